import type { Problem } from '@rapport/protocol';
import type { FastifyError, FastifyInstance } from 'fastify';
import { problemOfFault } from './problems.ts';
import { sendProblem } from './send-problem.ts';

/** Turns whatever goes wrong into a problem; what is our fault says no more than that. */
export function answerFaults(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>(async (error, _request, reply) => {
    const problem = problemOfValidation(error) ?? problemOfFault(error) ?? problemOfRequest(error);
    if (problem === undefined) app.log.error({ err: error }, 'a request failed');
    return await sendProblem(
      reply,
      problem ?? { type: 'internal', title: 'Something went wrong here.', status: 500 },
    );
  });
  app.setNotFoundHandler(
    async (_request, reply) =>
      await sendProblem(reply, { type: 'not-found', title: 'There is nothing here.', status: 404 }),
  );
}

/** What the caller is told of input that its schema turned away; undefined when it was none. */
export function problemOfValidation({
  validation,
  validationContext,
}: Pick<FastifyError, 'validation' | 'validationContext'>): Problem | undefined {
  const [fault] = validation ?? [];
  if (fault === undefined) return undefined;
  const missing = fault.params['missingProperty'] ?? fault.params['additionalProperty'];
  const path = fault.instancePath.split('/').slice(1);
  if (typeof missing === 'string') path.push(missing);
  const field = path.join('.') || (validationContext ?? 'body');
  const expected = expectationOf(fault.keyword, fault.message ?? 'something else', fault.params);
  const title = `${field} is not valid: ${expected}.`;
  return { type: 'field-invalid', title, status: 400, field, expected };
}

function expectationOf(
  keyword: string,
  message: string,
  params: Readonly<Record<string, unknown>>,
): string {
  if (keyword === 'required') return 'must be given';
  if (keyword === 'additionalProperties') return 'must not be given: there is no such field';
  const { allowedValues } = params;
  return Array.isArray(allowedValues) ? `must be one of ${allowedValues.join(', ')}` : message;
}

/** Requests that Fastify itself turns away: too large, not JSON, a wrong content type. */
function problemOfRequest({ statusCode, code, message }: FastifyError): Problem | undefined {
  if (statusCode === undefined || statusCode < 400 || statusCode >= 500) return undefined;
  const type = code
    .replace(/^FST_ERR_/, '')
    .toLowerCase()
    .replaceAll('_', '-');
  return { type, title: message, status: statusCode };
}
