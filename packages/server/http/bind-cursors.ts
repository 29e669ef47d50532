import type { RouteName } from '@rapport/protocol';
import type { Identity } from '../identity/open-identity.ts';
import { cursorProblem } from './pages.ts';
import type { Response } from './respond.ts';

/** A list as it was asked for. */
export interface AskedList {
  readonly name: RouteName;
  readonly params: unknown;
  readonly query: unknown;
}

type ListQuery = Readonly<Record<string, unknown>> & { readonly cursor?: string };

/** Where to go on, how much, and how fresh: a list is the same whatever these are. */
const NO_FILTERS: ReadonlySet<string> = new Set(['cursor', 'limit', 'after']);

/** 96 bits of a keyed hash: as many as nobody guesses. */
const MARK_LENGTH = 16;

/**
 * The query with the cursor as its list gave it, or why it cannot be read: each cursor bears the mark
 * of its list and its filters, and one of another list would silently find something else, or nothing.
 */
export function unboundQuery(list: AskedList, identity: Marking): Response<unknown> {
  const query = list.query as ListQuery;
  if (query.cursor === undefined) return { ok: true, answer: query };
  const mark = markOf(list, identity);
  if (!query.cursor.startsWith(mark)) return cursorProblem();
  return { ok: true, answer: { ...query, cursor: query.cursor.slice(MARK_LENGTH) } };
}

/** The answer of a list with its mark upon the next cursor; any other as it is. */
export function boundAnswer(answer: unknown, list: AskedList, identity: Marking): unknown {
  if (typeof answer !== 'object' || answer === null || !('nextCursor' in answer)) return answer;
  return { ...answer, nextCursor: `${markOf(list, identity)}${String(answer.nextCursor)}` };
}

type Marking = Pick<Identity, 'requestHash'>;

function markOf({ name, params, query }: AskedList, { requestHash }: Marking): string {
  const filters = Object.fromEntries(
    Object.entries(query as ListQuery).filter(([field]) => !NO_FILTERS.has(field)),
  );
  return requestHash({ name, params, filters }).slice(0, MARK_LENGTH);
}
