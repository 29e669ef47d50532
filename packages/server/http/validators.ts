import { Ajv, type ValidateFunction } from 'ajv';

// An error knows the schema that it is about, whose description tells what was expected.
const COMMON = { allErrors: false, useDefaults: true, verbose: true } as const;
// What comes in a body has the types that it has: "1" is not 1, and nothing is left out in silence.
const ofBodies = new Ajv({ ...COMMON, coerceTypes: false });
// Addresses are text; numbers in them are written as such.
const ofAddresses = new Ajv({ ...COMMON, coerceTypes: 'array' });

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
