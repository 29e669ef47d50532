import {
  type AgentId,
  asId,
  dueAtOf,
  type Explanation,
  explainWork,
  type Happening,
  type Instant,
} from '@rapport/core';
import type { ExplanationTerms } from '@rapport/protocol';
import type { Kysely } from 'kysely';
import type { Database } from '../database/database.ts';
import { eventsOf } from '../host/fold-history.ts';
import { recoverDesk } from '../store/recover-desk.ts';
import { sqlJournal } from '../store/sql-journal.ts';
import { agentNames } from '../agents/agent-names.ts';
import type { Tables } from '../store/tables.ts';
import { historyOf } from '../views/work-view.ts';

/** An item as it was at a moment, why, and what people call those of whom that speaks. */
export interface ExplainedItem {
  readonly explanation: Explanation;
  readonly names: ReadonlyMap<AgentId, string>;
}

interface Asked {
  readonly centre: string;
  readonly workId: string;
  /** As of then; as things stand when left out. */
  readonly at?: Instant | undefined;
  readonly now: Instant;
}

/**
 * Explains an item as of a moment or as it stands, from the rows of the journal that speak of it. Undefined where no such
 * item had come in by then, or where its id was used again since.
 */
export async function explainItem(
  db: Kysely<Tables>,
  { centre, workId, at: asked, now }: Asked,
): Promise<ExplainedItem | undefined> {
  const history = await readHistory(db, centre, workId);
  // Time never runs backwards here; the clock that is read now may have been set back.
  const at = asked ?? Math.max(now, history.at(-1)?.at ?? now);
  const explanation = explainWork(asId(workId), history, at);
  return (
    explanation && { explanation, names: await agentNames({ db, centre }, agentsOf(explanation)) }
  );
}

async function readHistory(
  db: Kysely<Tables>,
  centre: string,
  workId: string,
): Promise<readonly Happening[]> {
  const view = await db
    .selectFrom('view_work')
    .select('history')
    .where('centre', '=', centre)
    .where('id', '=', workId)
    .executeTakeFirst();
  if (view === undefined) return [];
  const rows = await db
    .selectFrom('journal')
    .select(['at', 'events'])
    .where('centre', '=', centre)
    .where('seq', 'in', historyOf(view))
    .orderBy('seq')
    .execute();
  return rows.flatMap(({ at, events }) => eventsOf({ events }).map((event) => ({ at, event })));
}

/**
 * By when an item is promised that nobody has taken, as things stand; undefined of any other.
 *
 * Cost: the newest snapshot, and the history after it.
 */
export async function promisedBy(
  { kysely: db, pool }: Pick<Database<Tables>, 'kysely' | 'pool'>,
  { centre, workId }: Pick<Asked, 'centre' | 'workId'>,
): Promise<Instant | undefined> {
  const { desk } = await recoverDesk({ db, journal: sqlJournal(pool, centre), centre });
  const work = desk.work.get(asId(workId));
  return work && dueAtOf(work.class.promise, work);
}

function agentsOf({
  agentId,
  reason,
  declined,
  passedOver,
  alert,
  next,
}: Explanation): readonly AgentId[] {
  const reserved = reason !== undefined && 'agentIds' in reason ? [...reason.agentIds] : [];
  if (reason?.code === 'reserved') reserved.push(reason.insteadOfId);
  const passed = passedOver.map((each) => each.agentId);
  const comes = 'agentId' in next ? next.agentId : undefined;
  const named = [agentId, declined?.agentId, alert?.agentId, comes, ...passed, ...reserved];
  return named.filter((id) => id !== undefined);
}

/** What customers may be given of it: who and when, and nobody's reasons. */
export function withoutReasons(explanation: Explanation): Explanation {
  const { workId, at, status, since, agentId, dueAt, next } = explanation;
  const holder = agentId === undefined ? {} : { agentId };
  const due = dueAt === undefined ? {} : { dueAt };
  return { workId, at, status, since, ...holder, passedOver: [], ...due, next };
}

/** How an explanation is told where a centre is: names, and moments by its clocks. */
export function explanationTerms(
  { explanation, names }: ExplainedItem,
  asked: Pick<ExplanationTerms, 'audience' | 'language'> & { readonly timeZone: string },
): ExplanationTerms {
  const { audience, language, timeZone } = asked;
  // Days before months, as in the rest of the house.
  const locale = language === 'en' ? 'en-GB' : language;
  const clock = new Intl.DateTimeFormat(locale, {
    timeZone,
    timeStyle: 'short',
    hourCycle: 'h23',
  });
  const exact = new Intl.DateTimeFormat(locale, {
    timeZone,
    timeStyle: 'medium',
    hourCycle: 'h23',
  });
  const calendar = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium' });
  const today = calendar.format(explanation.at);
  const withDay = (format: Intl.DateTimeFormat, at: Instant): string => {
    const day = calendar.format(at);
    return day === today ? format.format(at) : `${format.format(at)} (${day})`;
  };
  return {
    audience,
    language,
    nameOf: (agentId) => names.get(agentId) ?? agentId,
    timeOf: (at) => withDay(clock, at),
    exactTimeOf: (at) => withDay(exact, at),
  };
}
