import { isPlainText } from '@rapport/core';
import { type Route, ROUTES } from '@rapport/protocol';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isOriginAllowed } from '../visitors/admit-visitor.ts';
import type { Rooms } from './respond.ts';

/** How long a browser may remember the answer; browsers allow two hours at most. */
const REMEMBERED_SECONDS = 7_200;

/** Tells browsers, before they send what a page of another site asks for, whether that page may. */
export function answerPreflights(
  app: FastifyInstance,
  { visitors }: Pick<Rooms, 'visitors'>,
): void {
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const { entryId = '' } = request.params as { readonly entryId?: string };
    const { origin } = request.headers;
    const entry = isPlainText(entryId) ? await visitors.entryPoints.find(entryId) : undefined;
    reply.header('vary', 'origin');
    if (isOriginAllowed(entry, origin)) {
      reply.headers({
        'access-control-allow-origin': origin,
        'access-control-allow-methods': 'GET, POST',
        'access-control-allow-headers': 'authorization, content-type, idempotency-key',
        'access-control-max-age': String(REMEMBERED_SECONDS),
      });
    }
    return await reply.code(204).send();
  };
  const routes: readonly Route[] = Object.values(ROUTES);
  const paths = routes.filter(({ access }) => access === 'visitor').map(({ path }) => path);
  for (const url of new Set(paths)) {
    app.options(url, { schema: { hide: true } }, answer);
  }
}
