import type { Problem } from '@rapport/protocol';
import type { FastifyReply } from 'fastify';

const RETRY_AFTER_SECONDS = 1;

/** Answers with a problem, in the form of RFC 9457. */
export async function sendProblem(reply: FastifyReply, problem: Problem): Promise<FastifyReply> {
  if (problem.status === 503) reply.header('retry-after', RETRY_AFTER_SECONDS);
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer');
  return await reply
    .code(problem.status)
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send(problem);
}
