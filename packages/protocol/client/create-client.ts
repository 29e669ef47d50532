import createFetchClient, { type Client } from 'openapi-fetch';
import type { paths } from './api-types.generated.ts';
import { type Persistence, persistentFetch } from './persistent-fetch.ts';

export interface ClientOptions extends Persistence {
  /** Such as `http://127.0.0.1:7300`. */
  readonly baseUrl: string;
  /** An API key; without one the browser's session says who calls. */
  readonly key?: string;
}

/** Calls the API with what the description says that it takes and gives. */
export type ApiClient = Client<paths>;

/**
 * A client of the API. Each write has an `Idempotency-Key`, the caller's or a new one, and whatever
 * may be tried again is, under the same one: so a write is carried out once, whatever breaks.
 */
export function createClient({ baseUrl, key, ...persistence }: ClientOptions): ApiClient {
  return createFetchClient<paths>({
    baseUrl,
    ...(key !== undefined && { headers: { authorization: `Bearer ${key}` } }),
    fetch: persistentFetch(persistence),
  });
}
