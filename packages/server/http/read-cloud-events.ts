import { EVENT_BATCH_MAX, EVENT_CONTENT, type Problem, ROUTES } from '@rapport/protocol';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readJson } from './read-json.ts';
import { sendProblem } from './send-problem.ts';

const HEADER_PREFIX = 'ce-';
const CONTENT_TYPES = Object.values(EVENT_CONTENT);

/** Lets the route for events take them in each of the ways in which CloudEvents travel over HTTP. */
export function takeCloudEvents(app: FastifyInstance): void {
  readJson(app, [EVENT_CONTENT.single, EVENT_CONTENT.batch]);
  app.addHook('onRoute', (route) => {
    if (route.url !== ROUTES.receiveEvents.path) return;
    route.schema = { ...route.schema, consumes: CONTENT_TYPES };
    route.preValidation = readCloudEvents;
  });
}

/** Brings them into one form before they are validated: alone an event is the body, a batch is a list. */
async function readCloudEvents(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  const { headers, body } = request;
  const contentType = (headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase();
  const isBinary = headers[`${HEADER_PREFIX}specversion`] !== undefined;
  const isBatch = contentType === EVENT_CONTENT.batch;
  if (contentType === EVENT_CONTENT.single || isBatch) {
    if (Array.isArray(body) !== isBatch) {
      return await sendProblem(reply, bodyProblem(isBatch ? 'a list of events' : 'one event'));
    }
    if (isBatch && (body as unknown[]).length > EVENT_BATCH_MAX) {
      return await sendProblem(reply, bodyProblem(`at most ${EVENT_BATCH_MAX} events`));
    }
    return undefined;
  }
  if (!isBinary) return await sendProblem(reply, contentTypeProblem());
  request.body = { ...attributesOf(headers), datacontenttype: contentType, data: body };
  return undefined;
}

function attributesOf(headers: FastifyRequest['headers']): Readonly<Record<string, string>> {
  const given = Object.entries(headers).filter(([name]) => name.startsWith(HEADER_PREFIX));
  return Object.fromEntries(
    given.map(([name, value]) => [name.slice(HEADER_PREFIX.length), decoded(String(value))]),
  );
}

/** Headers are ASCII: what is not is percent-encoded. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    // Not encoded at all, by a sender who did not know: it means what it says.
    return value;
  }
}

function bodyProblem(expected: string): Problem {
  const title = `body is not valid; expected ${expected}.`;
  return { type: 'field-invalid', title, status: 400, field: 'body', expected };
}

function contentTypeProblem(): Problem {
  const expected = `${CONTENT_TYPES.join(', ')} with the attributes in ${HEADER_PREFIX} headers`;
  const title = `Content-Type is not valid; expected ${expected}.`;
  return { type: 'field-invalid', title, status: 400, field: 'Content-Type', expected };
}
