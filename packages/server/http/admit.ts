import type { Route } from '@rapport/protocol';
import type { FastifyRequest } from 'fastify';
import { accessRefusal, type Principal, strangerIn } from '../identity/principal.ts';
import { reachRefusal } from '../identity/reach-refusal.ts';
import { forbidden, type Response, type Rooms } from './respond.ts';

/** Finds out who calls, and whether he may call this on what he names: before anything else is read. */
export async function admit(
  { headers, method, params }: Pick<FastifyRequest, 'headers' | 'method' | 'params'>,
  access: Route['access'],
  rooms: Rooms,
): Promise<Response<Principal>> {
  const { identity, centre } = rooms;
  const isWriting = method !== 'GET' && method !== 'HEAD';
  const whence = identity.whence(headers);
  if (access === 'anybody') {
    // Otherwise another site could sign somebody in as somebody else.
    if (isWriting && whence === 'foreign') return foreign();
    return { ok: true, answer: strangerIn(centre) };
  }
  const principal = await identity.authenticate(headers);
  if (principal === undefined) {
    const title = 'This needs a session, or a key in the form: Authorization: Bearer …';
    return { ok: false, problem: { type: 'unauthenticated', title, status: 401 } };
  }
  // Browsers send a session's cookie along with whatever any site asks for; keys, they do not.
  if (principal.kind === 'person' && isWriting && whence !== 'own') return foreign();
  const detail =
    accessRefusal(principal, access) ?? (await reachRefusal(principal, access, { params, rooms }));
  return detail === undefined ? { ok: true, answer: principal } : forbidden(detail);
}

function foreign(): Response<Principal> {
  const title = 'This comes from another site; a session acts from the pages of this centre alone.';
  return { ok: false, problem: { type: 'foreign-origin', title, status: 403 } };
}
