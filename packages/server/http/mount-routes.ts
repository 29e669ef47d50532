import { isPlainText } from '@rapport/core';
import { type Route, type RouteName, ROUTES } from '@rapport/protocol';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { FindPrincipal } from '../identity/api-keys.ts';
import { mintUuid } from '../identity/mint-id.ts';
import { accessRefusal, type Principal } from '../identity/principal.ts';
import { HANDLERS } from './handlers.ts';
import { problemOfKey } from './problems.ts';
import type { Call, Response, Rooms } from './respond.ts';
import { sendProblem } from './send-problem.ts';
import { validatorOf } from './validators.ts';

const KEY_LENGTH_MAX = 100;

/** Mounts every route that the protocol declares: authenticate, authorise, validate, handle, answer. */
export function mountRoutes(
  app: FastifyInstance,
  rooms: Rooms,
  findPrincipal: FindPrincipal,
): void {
  for (const [name, route] of Object.entries(ROUTES) as [RouteName, Route][]) {
    const mount = { name, route, rooms, findPrincipal };
    if (route.upload === undefined) mountRoute(app, mount);
    else mountUpload(app, route.upload, mount);
  }
}

interface Mount {
  readonly name: RouteName;
  readonly route: Route;
  readonly rooms: Rooms;
  readonly findPrincipal: FindPrincipal;
}

/** A route whose body goes to its handler as it arrives; what may be too large, the handler says. */
function mountUpload(app: FastifyInstance, contentType: string, mount: Mount): void {
  app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(contentType, (_request, body, parsed) => parsed(null, body));
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

function mountRoute(app: FastifyInstance, mount: Mount): void {
  const { name, route, rooms, findPrincipal } = mount;
  const { method, path, summary, access, params, query, body, answer, status = 200 } = route;
  const principals = new WeakMap<FastifyRequest, Principal>();
  app.route({
    method,
    url: path,
    schema: {
      operationId: name,
      summary,
      description: descriptionOf(route),
      tags: [path.split('/')[3] ?? ''],
      security: [{ key: [access.scope] }],
      ...(params && { params }),
      ...(query && { querystring: query }),
      ...(body && { body }),
      ...(route.upload && { consumes: [route.upload] }),
      response: { [status]: answer },
    },
    // Before anything is read or validated: a stranger learns nothing about what is expected.
    onRequest: async (request, reply) => {
      const principal = await findPrincipal(bearerOf(request));
      if (principal === undefined) {
        return await sendProblem(reply, {
          type: 'unauthenticated',
          title: 'This needs a key, in the form: Authorization: Bearer …',
          status: 401,
        });
      }
      const detail = accessRefusal(principal, access);
      if (detail !== undefined) {
        return await sendProblem(reply, { type: 'forbidden', title: detail, status: 403 });
      }
      principals.set(request, principal);
      return undefined;
    },
    handler: async (request, reply) => {
      const principal = principals.get(request);
      if (principal === undefined) throw new Error('a route was reached without a principal');
      const waited = await waitForPosition(request, rooms);
      if (!waited.ok) return await sendProblem(reply, waited.problem);
      const commandId = commandIdOf(request, principal);
      if (!commandId.ok) return await sendProblem(reply, commandId.problem);
      const { params: given, query: asked, body: sent } = request;
      const call = {
        principal,
        commandId: commandId.answer,
        params: given,
        query: asked,
        body: sent ?? {},
      };
      // The schemas have checked each part; the table pairs each name with its own handler.
      const handle = HANDLERS[name] as (call: unknown, rooms: Rooms) => Promise<Response<unknown>>;
      const response = await handle(call satisfies Record<keyof Call<RouteName>, unknown>, rooms);
      return response.ok
        ? await reply.code(status).send(response.answer)
        : await sendProblem(reply, response.problem);
    },
  });
}

function descriptionOf({ access: { roles, scope, reach } }: Route): string {
  const who = reach === 'self' ? ' that act as an agent' : '';
  const people = roles.length === 0 ? '' : `For ${roles.join(', ')}; `;
  return `${people}${people === '' ? 'For' : 'for'} keys with the scope \`${scope}\`${who}.`;
}

function bearerOf({ headers }: FastifyRequest): string {
  const [scheme = '', secret = ''] = (headers.authorization ?? '').split(' ', 2);
  return scheme.toLowerCase() === 'bearer' ? secret : '';
}

/**
 * The caller's key in his own scope, so that nobody's meets another's; a new id where he gave none.
 * Refused before anything is done, because what follows keeps the id.
 */
function commandIdOf({ headers }: FastifyRequest, { id }: Principal): Response<string> {
  const key = headers['idempotency-key'];
  if (key === undefined) return { ok: true, answer: `${id}:${mintUuid()}` };
  const text = Array.isArray(key) ? key.join(',') : key;
  if (text.length <= KEY_LENGTH_MAX && isPlainText(text)) {
    return { ok: true, answer: `${id}:${text}` };
  }
  return { ok: false, problem: problemOfKey() };
}

async function waitForPosition(
  { query }: FastifyRequest,
  { whenShown }: Rooms,
): Promise<Response<undefined>> {
  const { after } = query as { after?: number };
  if (after === undefined || (await whenShown(after))) return { ok: true, answer: undefined };
  const title = `The views have not come to position ${after} yet; ask again in a moment.`;
  return {
    ok: false,
    problem: { type: 'position-not-reached', title, status: 503, field: 'after' },
  };
}
