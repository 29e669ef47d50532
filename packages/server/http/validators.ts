import { Ajv, type ValidateFunction } from 'ajv';

// What comes in a body has the types that it has: "1" is not 1, and nothing is left out in silence.
const ofBodies = new Ajv({ allErrors: false, coerceTypes: false, useDefaults: true });
// Addresses are text; numbers in them are written as such.
const ofAddresses = new Ajv({ allErrors: false, coerceTypes: 'array', useDefaults: true });

/** Compiles a route's schema for the part of the request that it describes. */
export function validatorOf({
  schema,
  httpPart,
}: {
  readonly schema: object;
  readonly httpPart?: string;
}): ValidateFunction {
  return (httpPart === 'body' ? ofBodies : ofAddresses).compile(schema);
}
