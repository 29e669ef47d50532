import type { Kysely } from 'kysely';
import type { Host } from '../host/host.ts';
import { rateLimit, type RateLimit } from '../http/rate-limit.ts';
import type { MessageFeed } from '../interactions/message-feed.ts';
import type { Tables } from '../store/tables.ts';
import { type Admitted, admitVisitor, type AskedAsVisitor } from './admit-visitor.ts';
import { type EntryPoints, entryPoints } from './entry-points.ts';
import { type Outlooks, outlooks } from './outlook.ts';
import { type InTurn, inTurn } from './in-turn.ts';
import { type VisitorWaker, visitorWaker } from './wake-visitors.ts';

/** What visitors of a centre share. */
export interface Visitors {
  readonly entryPoints: EntryPoints;
  readonly outlooks: Outlooks;
  readonly waker: VisitorWaker;
  /** Lets one speak at a time in each thread. */
  readonly inTurn: InTurn;
  /** Of words, by thread. */
  readonly saying: RateLimit;
  /** Of threads that begin, by network. */
  readonly beginning: RateLimit;
  /** Who asks, if a page from which he asks is allowed to. */
  readonly admit: (asked: AskedAsVisitor) => Promise<Admitted>;
  readonly close: () => Promise<void>;
}

interface VisitorRooms {
  readonly db: Kysely<Tables>;
  readonly centre: string;
  readonly host: Host;
  readonly messages: MessageFeed;
  readonly now: () => number;
}

/** As fast as anybody types. */
const SAYINGS_PER_MINUTE = 60;
/** A whole company may come from one address. */
const BEGINNINGS_PER_MINUTE = 30;

/** Opens a centre to visitors; what waits for news is answered when it closes. */
export function openVisitors(rooms: VisitorRooms): Visitors {
  const { db, centre, host, messages } = rooms;
  const points = entryPoints(db, centre);
  const waker = visitorWaker(host, messages);
  return {
    entryPoints: points,
    outlooks: outlooks(rooms),
    waker,
    inTurn: inTurn(),
    saying: rateLimit(SAYINGS_PER_MINUTE),
    beginning: rateLimit(BEGINNINGS_PER_MINUTE),
    admit: (asked) => admitVisitor({ centre, entryPoints: points }, asked),
    close: async () => {
      waker.close();
      await Promise.resolve();
    },
  };
}
