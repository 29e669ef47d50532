import type { FastifyRequest } from 'fastify';
import type { RequestCount } from './limit-requests.ts';

/** What is found out about a request while it is answered. */
export interface RequestNotes {
  principalId?: string | undefined;
  /** Of writes: the same as in the journal. */
  commandId?: string | undefined;
  count?: RequestCount;
}

const notes = new WeakMap<FastifyRequest, RequestNotes>();

/** The notes on a request, to be read and written. */
export function notesOf(request: FastifyRequest): RequestNotes {
  let found = notes.get(request);
  if (found === undefined) notes.set(request, (found = {}));
  return found;
}
