import { CLIENT_MESSAGES, type ClientMessage, type ServerMessage, TOPICS } from '@rapport/protocol';
import type { ValidateFunction } from 'ajv';
import type { FastifySchemaValidationError } from 'fastify';
import { problemOfValidation } from '../http/faults.ts';
import { validatorOf } from '../http/validators.ts';

type Problem = Extract<ServerMessage, { kind: 'problem' }>;

const validators = (
  schemas: Readonly<Record<string, object>>,
): ReadonlyMap<string, ValidateFunction> =>
  new Map(
    Object.entries(schemas).map(([name, schema]) => [
      name,
      validatorOf({ schema, httpPart: 'body' }),
    ]),
  );

const ofMessages = validators(CLIENT_MESSAGES);
const isName = validatorOf({
  schema: CLIENT_MESSAGES.subscribe.properties.id,
  httpPart: 'body',
});
const ofParams = validators(
  Object.fromEntries(Object.entries(TOPICS).map(([name, { params }]) => [name, params])),
);

/** What a client said, checked, with the parameters of its topic; or what is wrong with it. */
export function readClientMessage(
  text: string,
):
  | { readonly ok: true; readonly message: ClientMessage }
  | { readonly ok: false; readonly problem: Problem } {
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch {
    return wrong(undefined, { field: 'message', expected: 'must be JSON' });
  }
  const { kind, id } = (typeof said === 'object' && said !== null ? said : {}) as {
    kind?: unknown;
    id?: unknown;
  };
  const validate = typeof kind === 'string' ? ofMessages.get(kind) : undefined;
  if (validate === undefined) {
    const expected = `must be one of ${[...ofMessages.keys()].join(', ')}`;
    return wrong(undefined, { field: 'kind', expected });
  }
  if (!validate(said)) return wrong(nameIn(id), faultOf(validate, 'message'));
  const message = said as ClientMessage;
  if (message.kind !== 'subscribe') return { ok: true, message };
  const { params = {}, topic } = message;
  const validateParams = ofParams.get(topic);
  if (validateParams?.(params) !== true) {
    return wrong(String(id), validateParams && faultOf(validateParams, 'params'));
  }
  return { ok: true, message: { ...message, params } };
}

/** What a message that is not valid calls its subscription, if it could be called so. */
function nameIn(id: unknown): string | undefined {
  return typeof id === 'string' && isName(id) ? id : undefined;
}

interface Fault {
  readonly field: string;
  readonly expected: string;
}

function faultOf({ errors }: ValidateFunction, part: 'message' | 'params'): Fault {
  // Ajv's errors are what Fastify hands on; only its type is narrower.
  const validation = errors as FastifySchemaValidationError[];
  const problem = problemOfValidation({ validation, validationContext: 'body' });
  const { field = 'body', expected = 'something else' } = problem ?? {};
  if (field === 'body') return { field: part, expected };
  return { field: part === 'params' ? `params.${field}` : field, expected };
}

function wrong(
  id: string | undefined,
  { field, expected }: Fault = { field: 'message', expected: 'something else' },
): { readonly ok: false; readonly problem: Problem } {
  const title = `${field} is not valid: ${expected}.`;
  const named = id === undefined ? {} : { id };
  return {
    ok: false,
    problem: { kind: 'problem', ...named, type: 'field-invalid', title, field, expected },
  };
}
