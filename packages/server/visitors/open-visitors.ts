import type { Kysely } from 'kysely';
import type { Host } from '../host/host.ts';
import { rateLimit, type RateLimit } from '../http/rate-limit.ts';
import type { MessageFeed } from '../interactions/message-feed.ts';
import type { Signs } from '../interactions/signs.ts';
import type { Tables } from '../store/tables.ts';
import { type AtMost, atMost } from './at-most.ts';
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
  /** Of what he lets be known beside his words, by thread. */
  readonly signing: RateLimit;
  /** Of files, by thread, and by network. */
  readonly sending: RateLimit;
  readonly sendingFrom: RateLimit;
  /** Lets so many files arrive at once as there is memory for, and of one network some of these. */
  readonly receiving: AtMost;
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
  readonly signs: Signs;
  readonly now: () => number;
}

/** As fast as anybody types. */
const SAYINGS_PER_MINUTE = 60;
/** That he writes each three seconds, and each message that he has read. */
const SIGNS_PER_MINUTE = 90;
const FILES_PER_MINUTE = 12;
const FILES_PER_MINUTE_FROM = 60;
/** Of 10 MB each; and a quarter of them for each network. */
const FILES_AT_ONCE = 16;
const FILES_AT_ONCE_FROM = 4;
/** A whole company may come from one address. */
const BEGINNINGS_PER_MINUTE = 30;

/** Opens a centre to visitors; what waits for news is answered when it closes. */
export function openVisitors(rooms: VisitorRooms): Visitors {
  const { db, centre } = rooms;
  const points = entryPoints(db, centre);
  const waker = visitorWaker(rooms);
  return {
    entryPoints: points,
    outlooks: outlooks(rooms),
    waker,
    inTurn: inTurn(),
    saying: rateLimit(SAYINGS_PER_MINUTE),
    signing: rateLimit(SIGNS_PER_MINUTE),
    sending: rateLimit(FILES_PER_MINUTE),
    sendingFrom: rateLimit(FILES_PER_MINUTE_FROM),
    receiving: atMost(FILES_AT_ONCE, FILES_AT_ONCE_FROM),
    beginning: rateLimit(BEGINNINGS_PER_MINUTE),
    admit: (asked) => admitVisitor({ centre, entryPoints: points }, asked),
    close: async () => {
      waker.close();
      await Promise.resolve();
    },
  };
}
