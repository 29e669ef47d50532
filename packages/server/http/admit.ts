import type { IncomingHttpHeaders } from 'node:http';
import type { Access, Problem, Route } from '@rapport/protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { accessRefusal, type Principal, strangerIn } from '../identity/principal.ts';
import { reachRefusal } from '../identity/reach-refusal.ts';
import { notesOf } from './request-notes.ts';
import { forbidden, type Response, type Rooms } from './respond.ts';
import { sendProblem } from './send-problem.ts';

/** Returns who asks, if he may; undefined when he may not, and has been told why. */
export type Admit = (
  request: FastifyRequest,
  reply: FastifyReply,
  access: Route['access'],
) => Promise<Principal | undefined>;

/**
 * Asks of every request who is there, whether he asks too often, and whether he may call this on what
 * he names: before anything else is read.
 */
export function admission(
  rooms: Pick<Rooms, 'identity' | 'centre' | 'db' | 'host' | 'whenShown' | 'visitors'>,
): Admit {
  const { identity, centre } = rooms;
  const admitted = async (
    request: FastifyRequest,
    access: Exclude<Route['access'], 'visitor'>,
  ): Promise<Response<Principal>> => {
    const { headers, method } = request;
    const isWriting = method !== 'GET' && method !== 'HEAD';
    const whence = identity.whence(request);
    if (access === 'anybody') {
      // Otherwise another site could sign somebody in as somebody else.
      if (isWriting && whence === 'foreign') return refused(FOREIGN);
      return { ok: true, answer: strangerIn(centre) };
    }
    const principal = await identity.authenticate(headers);
    if (principal === undefined) return refused(unauthenticated(headers));
    const notes = notesOf(request);
    notes.principalId = principal.id;
    const tooMany = notes.count?.isOf(principal.id);
    if (tooMany !== undefined) return refused(tooMany);
    // Browsers send a session's cookie along with whatever any site asks for; keys, they do not.
    if (principal.kind === 'person' && isWriting && whence !== 'own') return refused(FOREIGN);
    const detail = accessRefusal(principal, access);
    return detail === undefined ? await reaching(request, principal, access) : forbidden(detail);
  };
  const reaching = async (
    { params, query }: FastifyRequest,
    principal: Principal,
    access: Access,
  ): Promise<Response<Principal>> => {
    // What he may do may follow from what he waits for.
    const after = Number((query as { readonly after?: unknown }).after);
    const isWritten = after > 0 && after <= rooms.host.position;
    if (access.reach === 'conversation' && isWritten) await rooms.whenShown(after);
    const problem = await reachRefusal(principal, access, { params, rooms });
    return problem === undefined ? { ok: true, answer: principal } : refused(problem);
  };
  return async (request, reply, access) => {
    const response =
      access === 'visitor'
        ? await rooms.visitors.admit({ request, reply, whence: identity.whence(request) })
        : await admitted(request, access);
    if (response.ok) return response.answer;
    await sendProblem(reply, response.problem);
    return undefined;
  };
}

/** What somebody is told whom nobody here knows: that he shows nothing, or that it is worth nothing. */
export function unauthenticated({
  authorization,
}: Pick<IncomingHttpHeaders, 'authorization'>): Problem {
  const isKey = /^Bearer\s/iu.test(authorization ?? '');
  const title = isKey
    ? 'This key is not valid here, or not any more.'
    : 'This needs a session, or a key in the form: Authorization: Bearer …';
  return { type: 'unauthenticated', title, status: 401 };
}

const FOREIGN: Problem = {
  type: 'foreign-origin',
  title: 'This comes from another site; a session acts from the pages of this centre alone.',
  status: 403,
};

function refused(problem: Problem): Response<Principal> {
  return { ok: false, problem };
}
