import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { mintUuid } from '../identity/mint-id.ts';
import { readTraceparent } from '../tracing/traceparent.ts';
import { notesOf } from './request-notes.ts';

const PLAIN_ID = /^[\w.:-]{1,64}$/;

/** The id under which a request is logged: the caller's X-Request-Id where it is one, else a new one. */
export function requestIdOf({ headers }: IncomingMessage): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && PLAIN_ID.test(given) ? given : mintUuid();
}

/**
 * Writes one line a request when it has been answered, and tells the caller under which id. What went
 * well is for debugging, what the caller must mend is information, and what we must mend an error.
 * The line names the route, not the address: what stands in a query may be a customer's.
 */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    done();
  });
  app.addHook('onResponse', (request, reply, done) => {
    const level = levelOf(reply.statusCode);
    // Most requests go well, and few centres log those.
    if (isLogged(app.log.level, level)) request.log[level](lineOf(request, reply), 'request');
    done();
  });
}

function lineOf(request: FastifyRequest, reply: FastifyReply): object {
  const { principalId, commandId } = notesOf(request);
  const traceparent = request.headers['traceparent'];
  return {
    method: request.method,
    route: request.routeOptions.url,
    status: reply.statusCode,
    durationMs: Math.round(reply.elapsedTime * 10) / 10,
    principalId,
    commandId,
    traceId: readTraceparent(typeof traceparent === 'string' ? traceparent : '')?.traceId,
  };
}

function levelOf(status: number): 'debug' | 'info' | 'warn' | 'error' {
  if (status < 400) return 'debug';
  if (status < 500) return 'info';
  return status === 503 ? 'warn' : 'error';
}

const GRAVITY = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

function isLogged(least: string, level: string): boolean {
  return GRAVITY.indexOf(level) >= GRAVITY.indexOf(least);
}
