import { isPlainText } from '@rapport/core';
import type { EntryPoint, Problem } from '@rapport/protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createdId } from '../identity/mint-id.ts';
import type { Whence } from '../identity/own-origin.ts';
import { type Principal, strangerIn, visitorIn } from '../identity/principal.ts';
import type { EntryPoints } from './entry-points.ts';

export interface AskedAsVisitor {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly whence: Whence;
}

export type Admitted =
  | { readonly ok: true; readonly answer: Principal }
  | { readonly ok: false; readonly problem: Problem };

/** The visitor's own chance: 256 bits that he makes himself, so that no answer can lose them. */
const TOKEN = /^Bearer (visit_[A-Za-z0-9_-]{43})$/i;

const FOREIGN: Problem = {
  type: 'foreign-origin',
  title: 'Pages of this site may not embed this; an administrator names those that may.',
  status: 403,
};

const TOKEN_WRONG: Problem = {
  type: 'unauthenticated',
  title: 'This needs the token of a thread, in the form: Authorization: Bearer visit_…',
  status: 401,
};

/**
 * Admits whoever asks from our own pages, from those that the entry point names, or from no page. His
 * token names one thread of this entry point, whether anything was said in it or not: so a forged one
 * opens an empty thread, and nobody's.
 */
export async function admitVisitor(
  { centre, entryPoints }: { readonly centre: string; readonly entryPoints: EntryPoints },
  { request, reply, whence }: AskedAsVisitor,
): Promise<Admitted> {
  const { entryId = '' } = request.params as { readonly entryId?: string };
  const { origin, authorization } = request.headers;
  if (whence === 'foreign') {
    const entry = isPlainText(entryId) ? await entryPoints.find(entryId) : undefined;
    if (!isOriginAllowed(entry, origin)) return { ok: false, problem: FOREIGN };
    reply.header('access-control-allow-origin', origin);
    reply.header('access-control-expose-headers', 'retry-after');
  }
  reply.header('vary', 'origin');
  if (authorization === undefined) return { ok: true, answer: strangerIn(centre) };
  const token = TOKEN.exec(authorization)?.[1];
  if (token === undefined) return { ok: false, problem: TOKEN_WRONG };
  return { ok: true, answer: visitorIn(centre, createdId('thread', `${entryId}:${token}`)) };
}

/** Whether pages of this origin may embed an entry point. */
export function isOriginAllowed(
  entry: EntryPoint | undefined,
  origin: string | undefined,
): boolean {
  return origin !== undefined && entry !== undefined && entry.origins.includes(origin);
}
