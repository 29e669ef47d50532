import type { Bench } from '../bench.ts';
import { besideFloor, type Round } from '../beside-floor.ts';
import { closedLoop } from '../closed-loop.ts';
import { interactionBody } from '../intake-bodies.ts';
import { startRapport } from '../start-rapport.ts';
import { requestTrackerObstacle, startRequestTracker } from '../start-request-tracker.ts';

const ROUNDS = 3;
const AIM = { atLeast: 300 };
const OURS = { connections: 64, seconds: 4 };
/** Twice as many as it has workers, so that none of them waits for the next request. */
const TRACKERS = { connections: 8, seconds: 10 };

/** What comes in over HTTP, beside the tickets that a helpdesk of many years' standing takes in. */
export const helpdeskBench: Bench = {
  name: 'helpdesk',
  summary: "interactions taken in over HTTP, beside tickets through Request Tracker's REST API",
  obstacle: requestTrackerObstacle,
  async run(say) {
    await using centre = await startRapport();
    await centre.call('PUT', '/api/v1/promises/promise_1', { targetMs: 20_000, shareRatio: 0.8 });
    await using tracker = await startRequestTracker(centre.scratch);
    say('the tracker is set up');
    const ours = {
      url: `${centre.address}/api/v1/interactions`,
      headers: centre.headers,
      bodyOf: interactionBody,
    };
    const theirs = {
      url: `${tracker.address}/REST/2.0/ticket`,
      headers: tracker.headers,
      bodyOf: ticketBody,
    };
    const rounds: Round[] = [];
    const p50: Round[] = [];
    for (let round = 1; round <= ROUNDS; round++) {
      const floor = await closedLoop({ ...theirs, ...TRACKERS });
      const mine = await closedLoop({ ...ours, ...OURS });
      rounds.push({ ours: mine.perSecond, floor: floor.perSecond });
      p50.push({ ours: mine.p50Ms, floor: floor.p50Ms });
      say(`round ${round} of ${ROUNDS}`);
    }
    return [
      besideFloor({ name: 'taken in with 220 characters', unit: '/s' }, rounds, AIM),
      besideFloor({ name: 'taken in with 220 characters: p50', unit: 'ms' }, p50),
    ];
  },
};

/** The same as `interactionBody`, in the tracker's words. */
function ticketBody(number: number): string {
  return JSON.stringify({
    Queue: 'General',
    Subject: `Contact ${number}`,
    Requestor: `customer${number % 500}@example.com`,
    Content: 'x'.repeat(220),
  });
}
