import type { Access, Problem } from '@rapport/protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FindPrincipal } from '../identity/api-keys.ts';
import { accessRefusal, type Principal } from '../identity/principal.ts';
import type { RequestLimits } from './limit-requests.ts';
import { notesOf } from './request-notes.ts';
import { sendProblem } from './send-problem.ts';

/** Returns who asks, if he may; undefined when he may not, and has been told why. */
export type Admit = (
  request: FastifyRequest,
  reply: FastifyReply,
  access: Access,
) => Promise<Principal | undefined>;

/** Asks of every request who is there, whether he asks too often, and whether he may. */
export function admission(findPrincipal: FindPrincipal, limits: RequestLimits): Admit {
  return async (request, reply, access) => {
    const principal = await findPrincipal(bearerOf(request));
    if (principal !== undefined) notesOf(request).principalId = principal.id;
    const problem =
      principal === undefined
        ? UNAUTHENTICATED
        : (limits.ofPrincipal(request, reply, principal.id) ?? forbidden(principal, access));
    if (problem === undefined) return principal;
    await sendProblem(reply, problem);
    return undefined;
  };
}

const UNAUTHENTICATED: Problem = {
  type: 'unauthenticated',
  title: 'This needs a key, in the form: Authorization: Bearer …',
  status: 401,
};

function forbidden(principal: Principal, access: Access): Problem | undefined {
  const title = accessRefusal(principal, access);
  return title === undefined ? undefined : { type: 'forbidden', title, status: 403 };
}

function bearerOf({ headers }: FastifyRequest): string {
  const [scheme = '', secret = ''] = (headers.authorization ?? '').split(' ', 2);
  return scheme.toLowerCase() === 'bearer' ? secret : '';
}
