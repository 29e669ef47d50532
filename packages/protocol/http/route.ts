import type { TSchema } from 'typebox';
import type { Access } from './access.ts';

/** A route as server, clients, documentation and tests know it. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With its parameters in the form `:workId`. */
  readonly path: `/api/v1/${string}`;
  /** One sentence. */
  readonly summary: string;
  /**
   * `anybody` opens it to strangers: what proves who they are, or lets them in, is in the body.
   * `visitor` opens it to the pages that its entry point names; who reads or says something shows the
   * token of his thread.
   */
  readonly access: Access | 'anybody' | 'visitor';
  /** Changes nothing although it is a POST, so that it needs no Idempotency-Key. */
  readonly isQuestion?: true;
  readonly params?: TSchema;
  readonly query?: TSchema;
  readonly body?: TSchema;
  /** In which forms the body may come, where it is not one alone. */
  readonly contentTypes?: readonly string[];
  /** The usual content type of a body that is not JSON; its handler gets it as it arrives. */
  readonly upload?: 'text/csv' | 'application/octet-stream';
  /** The answer is a file, and no JSON. */
  readonly isDownload?: true;
  readonly answer: TSchema;
  /** 200 when left out. */
  readonly status?: 200 | 201;
}
