import type { EntryPoint, Problem, RouteName } from '@rapport/protocol';
import type { RateLimit } from './rate-limit.ts';
import { answer, type Call, notFound, type Response, type Rooms } from './respond.ts';

/** Whose thread is asked for, and at which entry point. */
export interface AskedBy {
  readonly threadId: string;
  readonly entry: EntryPoint;
}

type CallAtEntry = Pick<Call<'getVisitorEntry'>, 'params'>;

/** The entry point that a call names. */
export async function entryOf(
  { params }: CallAtEntry,
  { visitors }: Rooms,
): Promise<Response<EntryPoint>> {
  const entry = await visitors.entryPoints.find(params.entryId);
  return entry === undefined ? notFound(`entry point ${params.entryId}`) : answer(entry);
}

/** The thread of the token that came with a call, whether anything was said in it or not. */
export async function askedBy(
  call: Pick<Call<RouteName>, 'principal'> & CallAtEntry,
  rooms: Rooms,
): Promise<Response<AskedBy>> {
  if (call.principal.kind !== 'visitor') return { ok: false, problem: NO_TOKEN };
  const entry = await entryOf(call, rooms);
  return entry.ok ? answer({ threadId: call.principal.id, entry: entry.answer }) : entry;
}

const NO_TOKEN: Problem = {
  type: 'unauthenticated',
  title: 'This needs the token of a thread, in the form: Authorization: Bearer visit_…',
  status: 401,
};

/** What whoever asks too often is told; undefined where this one is still his. */
export function tooManyOf(
  limit: RateLimit,
  asker: string,
): Extract<Response<never>, { readonly ok: false }> | undefined {
  const { isAllowed, waitMs } = limit.take(asker);
  if (isAllowed) return undefined;
  const retryAfterSeconds = Math.max(1, Math.ceil(waitMs / 1_000));
  const title = `Too many at once: the next one may come in ${retryAfterSeconds} s.`;
  return {
    ok: false,
    problem: { type: 'too-many-requests', title, status: 429 },
    retryAfterSeconds,
  };
}
