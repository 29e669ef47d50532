import type { Socket } from 'node:net';
import type { Problem } from '@rapport/protocol';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { allowedMethods } from './allowed-methods.ts';
import { problemOfFault } from './problems.ts';
import { sendProblem } from './send-problem.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Of which types a body may be here; JSON where nothing is said. */
    readonly bodyTypes?: readonly string[];
  }
}

/** Turns whatever goes wrong into a problem; what is our fault says no more than that. */
export function answerFaults(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>(answerFault);
  app.setNotFoundHandler(async (request, reply) => {
    const methods = allowedMethods(request.url);
    if (methods.length === 0) {
      const title = 'There is nothing here.';
      return await sendProblem(reply, { type: 'not-found', title, status: 404 });
    }
    reply.header('allow', methods.join(', '));
    // Whoever asks what he may do gets his answer, and nobody from another site is let in.
    if (request.method === 'OPTIONS') return await reply.code(204).send();
    const title = `${request.method} is not done here, but ${methods.join(', ')}.`;
    return await sendProblem(reply, { type: 'method-not-allowed', title, status: 405 });
  });
}

/** Also for what goes wrong before there is a route, such as an address that cannot be read. */
export async function answerFault(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const problem =
    problemOfValidation(error) ?? problemOfFault(error) ?? problemOfRequest(error, request);
  if (problem === undefined) {
    request.log.error({ err: error }, 'a request failed');
  }
  return await sendProblem(
    reply,
    problem ?? { type: 'internal', title: 'Something went wrong here.', status: 500 },
  );
}

/** Answers what is no HTTP, or too long for it, as far as the other side still listens. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (socket.destroyed || !socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const { type, title, status } = CLIENT_ERRORS[error.code ?? ''] ?? NO_HTTP;
  const body = JSON.stringify({ type, title, status });
  socket.end(
    `HTTP/1.1 ${status} ${type}\r\nConnection: close\r\nContent-Type: application/problem+json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

const NO_HTTP: Problem = { type: 'request-invalid', title: 'This is no HTTP.', status: 400 };

const CLIENT_ERRORS: Readonly<Record<string, Problem>> = {
  HPE_HEADER_OVERFLOW: {
    type: 'headers-too-large',
    title: 'The headers are too large.',
    status: 431,
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    type: 'request-timeout',
    title: 'The request took too long to arrive.',
    status: 408,
  },
};

/** What the caller is told of something that does not fit its schema; undefined when it does. */
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
  const expected = expectationOf(fault);
  const title = `${field} is not valid: ${expected}.`;
  return { type: 'field-invalid', title, status: 400, field, expected };
}

type Fault = NonNullable<FastifyError['validation']>[number];

function expectationOf({ keyword, message = 'something else', params, ...fault }: Fault): string {
  if (keyword === 'required') return 'must be given';
  if (keyword === 'additionalProperties') return 'must not be given: there is no such field';
  // Nobody reads a regular expression: what is expected stands beside it in words.
  const { description } =
    (fault as { parentSchema?: { description?: unknown } }).parentSchema ?? {};
  if (keyword === 'pattern' && typeof description === 'string')
    return `must be ${said(description)}`;
  const { allowedValues } = params;
  return Array.isArray(allowedValues) ? `must be one of ${allowedValues.join(', ')}` : message;
}

/** A sentence as part of another. */
function said(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');
}

/** What Fastify itself turns away, in words of our own: its own may quote what was sent. */
const REQUEST_FAULTS: Readonly<Record<string, readonly [type: string, title: string]>> = {
  FST_ERR_BAD_URL: ['address-invalid', 'The address cannot be read: its escapes are no text.'],
  FST_ERR_CTP_BODY_TOO_LARGE: ['body-too-large', 'The body is too large.'],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['body-invalid', 'The body is empty; expected JSON.'],
  FST_ERR_CTP_INVALID_JSON_BODY: [
    'body-invalid',
    'The body is no JSON, or has a member __proto__ or constructor.',
  ],
  BODY_NO_UTF8: ['body-invalid', 'The body is no text in UTF-8.'],
  BODY_OTHER_CHARSET: ['media-type-unsupported', 'The body is in another charset; expected utf-8.'],
  FST_ERR_MAX_PARAM_LENGTH: [
    'address-invalid',
    'The address is too long: a part of it has more than 2,000 characters.',
  ],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: [
    'body-invalid',
    'The body is not as long as its Content-Length says.',
  ],
};

function problemOfRequest(
  { statusCode, code }: FastifyError,
  { routeOptions: { config } }: FastifyRequest,
): Problem | undefined {
  if (statusCode === undefined || statusCode < 400 || statusCode >= 500) return undefined;
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    const { bodyTypes = ['application/json'] } = config;
    const title = `The body is of another type; expected ${bodyTypes.join(' or ')}.`;
    return { type: 'media-type-unsupported', title, status: statusCode };
  }
  const [type, title] = REQUEST_FAULTS[code] ?? ['request-invalid', 'The request cannot be read.'];
  return { type, title, status: statusCode };
}
