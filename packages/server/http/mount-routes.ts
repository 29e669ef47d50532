import { isPlainText } from '@rapport/core';
import { type Problem, type Route, type RouteName, ROUTES } from '@rapport/protocol';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { mintUuid } from '../identity/mint-id.ts';
import type { Principal } from '../identity/principal.ts';
import type { Admit } from './admit.ts';
import { boundAnswer, unboundQuery } from './bind-cursors.ts';
import { HANDLERS } from './handlers.ts';
import { problemOfField, problemOfKey } from './problems.ts';
import { notesOf } from './request-notes.ts';
import type { Call, Response, Rooms } from './respond.ts';
import { sendProblem } from './send-problem.ts';
import { validatorOf } from './validators.ts';

const KEY_LENGTH_MAX = 100;

/** A file that somebody sent is kept by whoever gets it, and never shown as a page of ours. */
const DOWNLOAD_HEADERS = {
  'content-type': 'application/octet-stream',
  'content-disposition': 'attachment',
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
};

/** Mounts every route that the protocol declares: authenticate, authorise, validate, handle, answer. */
export function mountRoutes(app: FastifyInstance, rooms: Rooms, admit: Admit): void {
  for (const [name, route] of Object.entries(ROUTES) as [RouteName, Route][]) {
    const mount = { name, route, rooms, admit };
    if (route.upload === undefined) mountRoute(app, mount);
    else mountUpload(app, route.contentTypes ?? [route.upload], mount);
  }
}

interface Mount {
  readonly name: RouteName;
  readonly route: Route;
  readonly rooms: Rooms;
  readonly admit: Admit;
}

/** A route whose body goes to its handler as it arrives; what may be too large, the handler says. */
function mountUpload(app: FastifyInstance, contentTypes: readonly string[], mount: Mount): void {
  app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser([...contentTypes], (_request, body, parsed) => parsed(null, body));
    // A stream has no schema to be held to.
    scope.setValidatorCompiler((part) =>
      part.httpPart === 'body'
        ? () => true
        : validatorOf(part as Parameters<typeof validatorOf>[0]),
    );
    mountRoute(scope, mount);
    done();
  });
}

function mountRoute(app: FastifyInstance, { name, route, rooms, admit }: Mount): void {
  const { method, path, access, params, query, body, answer, status = 200 } = route;
  const { upload, contentTypes, isDownload = false } = route;
  const bodyTypes = contentTypes ?? (upload && [upload]);
  const principals = new WeakMap<FastifyRequest, Principal>();
  app.route({
    method,
    url: path,
    ...(bodyTypes && { config: { bodyTypes } }),
    schema: {
      ...(params && { params }),
      ...(query && { querystring: query }),
      ...(body && { body }),
      // A file has no schema to be written by.
      ...(!isDownload && { response: { [status]: answer } }),
    },
    // Before anything is read or validated: a stranger learns nothing about what is expected.
    onRequest: async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const principal = await admit(request, reply, access);
      if (principal === undefined) return reply;
      principals.set(request, principal);
      return undefined;
    },
    handler: async (request, reply) => {
      const principal = principals.get(request);
      if (principal === undefined) throw new Error('a route was reached without a principal');
      const response = await respond(request, { principal, name, rooms });
      if (response.ok) {
        if (response.cookies !== undefined) reply.header('set-cookie', response.cookies);
        return await reply
          .code(status)
          .headers(isDownload ? DOWNLOAD_HEADERS : {})
          .send(response.answer);
      }
      const { retryAfterSeconds } = response;
      if (retryAfterSeconds !== undefined) reply.header('retry-after', retryAfterSeconds);
      return await sendProblem(reply, response.problem);
    },
  });
}

async function respond(
  request: FastifyRequest,
  asked: { principal: Principal; name: RouteName; rooms: Rooms },
): Promise<Response<unknown>> {
  const { principal, name, rooms } = asked;
  const { params, body, headers, ip } = request;
  const late = await positionProblem(request, rooms);
  if (late !== undefined) return { ok: false, problem: late };
  const list = { name, params, query: request.query };
  const query = unboundQuery(list, rooms.identity);
  if (!query.ok) return query;
  const commandId = commandIdOf(request, principal);
  if (!commandId.ok) return commandId;
  if (request.method !== 'GET') notesOf(request).commandId = commandId.answer;
  const call = {
    principal,
    commandId: commandId.answer,
    params,
    query: query.answer,
    body: body ?? {},
    trace: { address: ip, cookie: headers.cookie },
  };
  // The schemas have checked each part; the table pairs each name with its own handler.
  const handle = HANDLERS[name] as (call: unknown, rooms: Rooms) => Promise<Response<unknown>>;
  const response = await handle(
    call satisfies Record<Exclude<keyof Call<RouteName>, 'onlyFrom'>, unknown>,
    rooms,
  );
  if (!response.ok) return response;
  return { ...response, answer: boundAnswer(response.answer, list, rooms.identity) };
}

/**
 * The caller's key in his own scope, so that nobody's meets another's; a new id where he gave none.
 * Refused before anything is done, because what follows keeps the id.
 */
function commandIdOf({ headers }: FastifyRequest, { id, kind }: Principal): Response<string> {
  const key = headers['idempotency-key'];
  // Strangers share no scope.
  if (key === undefined || kind === 'stranger') return { ok: true, answer: `${id}:${mintUuid()}` };
  const text = Array.isArray(key) ? key.join(',') : key;
  if (text.length <= KEY_LENGTH_MAX && isPlainText(text)) {
    return { ok: true, answer: `${id}:${text}` };
  }
  return { ok: false, problem: problemOfKey() };
}

/** Why the views cannot be read yet, or undefined when they show what the caller asked for. */
async function positionProblem(
  { query }: FastifyRequest,
  { host, whenShown }: Rooms,
): Promise<Problem | undefined> {
  const { after } = query as { after?: number };
  if (after === undefined) return undefined;
  // No answer tells a position before it is durable: this one will not come of waiting.
  if (after > host.position) {
    return problemOfField('after', `at most ${host.position}, the position of the last write`);
  }
  if (await whenShown(after)) return undefined;
  const title = `The views have not come to position ${after} yet; ask again in a moment.`;
  return { type: 'position-not-reached', title, status: 503, field: 'after' };
}
