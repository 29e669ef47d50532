import type { Kysely } from 'kysely';
import type { Tables } from '../../store/tables.ts';
import { networkOf } from '../network-of.ts';
import { type Limit, tryCounts } from './try-counts.ts';

/*
 * Every try is counted twice: against what is tried (an account, somebody's second factor), and
 * against the network that it comes from.
 *
 *   a network from which the subject signed in lately ─► counted for the two together
 *   any other network                                 ─► counted for the subject, whoever tries
 *
 * So a stranger who fails on purpose keeps other strangers out, not the one who always signs in from
 * here. Counting starts before the password is looked at, and who is right gets his try back: a hundred
 * tries at once are a hundred, for the subject and for the network.
 */

const MINUTE_MS = 60_000;
/** A person mistypes a few times; behind one address sits an office of them. */
const SUBJECT: Limit = { freeCount: 5, firstWaitMs: 30_000, waitMsMax: 15 * MINUTE_MS };
const NETWORK: Limit = { freeCount: 100, firstWaitMs: 1_000, waitMsMax: MINUTE_MS };

/** What is tried, and whence. */
export interface Try {
  readonly subject: string;
  readonly address: string;
}

export type Attempt =
  | { readonly isAllowed: false; readonly waitMs: number }
  | { readonly isAllowed: true; readonly succeed: () => Promise<void> };

/** What keeps guessers slow. */
export interface Throttle {
  /** Counts a try, unless it comes too early: then it says how long to wait, and counts nothing. */
  readonly begin: (tried: Try) => Promise<Attempt>;
  /** Forgets what failed, where it has been shown in another way who he is. */
  readonly forgive: (tried: Try) => Promise<void>;
}

export function throttleOf(
  db: Kysely<Tables>,
  options: { readonly centre: string; readonly key: Buffer; readonly now?: () => number },
): Throttle {
  const counts = tryCounts(db, { now: Date.now, ...options });
  return {
    async forgive({ subject, address }) {
      await counts.forgive(`subject ${subject}`);
      await counts.forgive(`pair ${networkOf(address)} ${subject}`);
    },
    async begin({ subject, address }) {
      await counts.sweep();
      const from = networkOf(address);
      const network = `network ${from}`;
      const pair = `pair ${from} ${subject}`;
      const counted = (await counts.isKnown(pair)) ? pair : `subject ${subject}`;
      const taken = await counts.take([
        [network, NETWORK],
        [counted, SUBJECT],
      ]);
      if (taken.waitMs > 0) return { isAllowed: false, waitMs: taken.waitMs };
      return {
        isAllowed: true,
        async succeed() {
          if (counted !== pair) await counts.forgive(counted);
          await counts.forgive(pair, 'succeeded');
          await counts.giveBack(network, taken);
        },
      };
    },
  };
}
