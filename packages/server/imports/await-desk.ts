import { setTimeout as sleep } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../store/tables.ts';
import { viewFollower } from '../views/view-follower.ts';

const POLL_MS = 50;

/** Waits until the desk was given all commands whose ids begin so. */
export async function awaitCommands(
  db: Kysely<Tables>,
  { centre, prefix, signal }: { centre: string; prefix: string; signal: AbortSignal },
): Promise<void> {
  await until(signal, async () => {
    const { rows } = await sql<{ isOpen: boolean }>`
      select exists (
        select 1 from outbox
        where centre = ${centre} and done_at is null and starts_with(id, ${prefix})
      ) as "isOpen"`.execute(db);
    return rows[0]?.isOpen !== true;
  });
}

/**
 * Waits until the views show all that the desk is owed by now, so that what is read from them is what
 * was said last.
 */
export async function awaitViewsOfOwed(
  db: Kysely<Tables>,
  { centre, signal }: { centre: string; signal: AbortSignal },
): Promise<void> {
  const { rows: owed } = await sql<{ ordinal: number }>`
    select coalesce(max(ordinal), 0) as ordinal from outbox where centre = ${centre}`.execute(db);
  const last = owed[0]?.ordinal ?? 0;
  await until(signal, async () => {
    const { rows } = await sql<{ isOpen: boolean }>`
      select exists (
        select 1 from outbox
        where centre = ${centre} and done_at is null and ordinal <= ${last}
      ) as "isOpen"`.execute(db);
    return rows[0]?.isOpen !== true;
  });
  const { rows: journal } = await sql<{ seq: number }>`
    select coalesce(max(seq), 0) as seq from journal where centre = ${centre}`.execute(db);
  const seq = journal[0]?.seq ?? 0;
  await until(signal, async () => {
    const { rows } = await sql<{ seq: number }>`
      select seq from follower
      where centre = ${centre} and name = ${viewFollower(centre).name}`.execute(db);
    return (rows[0]?.seq ?? 0) >= seq;
  });
}

async function until(signal: AbortSignal, isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await sleep(POLL_MS, undefined, { signal });
}
