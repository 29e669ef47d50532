import type { TSchema } from 'typebox';
import type { Access } from './access.ts';

/** A route as server, clients, documentation and tests know it. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With its parameters in the form `:workId`. */
  readonly path: `/api/v1/${string}`;
  /** One sentence. */
  readonly summary: string;
  readonly access: Access;
  /** Changes nothing although it is a POST, so that it needs no Idempotency-Key. */
  readonly isQuestion?: true;
  readonly params?: TSchema;
  readonly query?: TSchema;
  readonly body?: TSchema;
  readonly answer: TSchema;
  /** 200 when left out. */
  readonly status?: 200 | 201;
}
