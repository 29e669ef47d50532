import { isPlainText } from '@rapport/core';
import type { Problem } from '@rapport/protocol';
import type { Response } from './respond.ts';

/** Where a list goes on: after the item with this key and id. */
export interface Cursor {
  /** 0 in lists that are ordered by id alone. */
  readonly key: number;
  readonly id: string;
}

/**
 * Reads the cursor that a page gave; undefined where the list begins. A key that no page gives, because
 * it is negative or beyond `keyMax`, the database could not compare.
 */
export function readCursor(
  text: string | undefined,
  keyMax: number = Number.MAX_SAFE_INTEGER,
): Response<Cursor | undefined> {
  if (text === undefined) return { ok: true, answer: undefined };
  const parts = parse(Buffer.from(text, 'base64url').toString());
  if (parts === undefined || parts.key < 0 || parts.key > keyMax) return cursorProblem();
  return { ok: true, answer: parts };
}

/** What the caller is told of a cursor that no page of the list gave. */
export function cursorProblem(): { readonly ok: false; readonly problem: Problem } {
  const expected = 'the nextCursor of a page of this list';
  const title = `cursor is not valid; expected ${expected}.`;
  return {
    ok: false,
    problem: { type: 'field-invalid', title, status: 400, field: 'cursor', expected },
  };
}

/** A page of at most `limit` of the items, of which there is one more when the list goes on. */
export function pageOf<Item>(
  items: readonly Item[],
  limit: number,
  lastOf: (item: Item) => Cursor,
): { items: Item[]; nextCursor?: string } {
  const shown = items.slice(0, limit);
  const last = shown.at(-1);
  if (items.length <= limit || last === undefined) return { items: shown };
  const { key, id } = lastOf(last);
  return { items: shown, nextCursor: Buffer.from(JSON.stringify([key, id])).toString('base64url') };
}

function parse(text: string): Cursor | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (!Array.isArray(value) || value.length !== 2) return undefined;
    const [key, id] = value as unknown[];
    if (typeof key !== 'number' || !Number.isSafeInteger(key)) return undefined;
    return typeof id === 'string' && isPlainText(id) ? { key, id } : undefined;
  } catch {
    // Not JSON: somebody made it up.
    return undefined;
  }
}
