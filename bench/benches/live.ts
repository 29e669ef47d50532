import { type AgentId, asId, type Command, STANDARD_CAPACITY } from '@rapport/core';
import { type Centre, createApiKey } from '@rapport/server';
import type { Bench } from '../bench.ts';
import { besideFloor } from '../beside-floor.ts';
import { type LiveLoad, type LiveResult, type LiveTarget, openLiveLoad } from '../live-load.ts';
import { startLiveFloor } from '../start-live-floor.ts';
import { type RunningCentre, startRapport } from '../start-rapport.ts';

const AGENTS = 2_000;
const CUSTOMERS_EACH = 10;
/** Each agent gets one contact a run: who has an open offer is shown no other. */
const PACE = { perSecond: 1_000, seconds: AGENTS / 1_000 };
const ROUNDS = 7;
const SIGNED_IN_AT_ONCE = 100;
const WITHDRAWN_AT_ONCE = 64;
const AIM = { atMost: 2.5 };
const TEXT = 'x'.repeat(220);
const PROMISE_ID = asId<'promise'>('promise_1');

/** Contacts that come in over HTTP until their agent's screen has them, beside the minimal server. */
export const liveBench: Bench = {
  name: 'live',
  summary: `${PACE.perSecond} contacts a second until ${AGENTS} live agents see theirs, beside a minimal server`,
  async run(say) {
    await using centre = await startRapport(signAgentsIn);
    say('the agents are signed in');
    await using floor = await startLiveFloor(centre.scratch.dataFolder);
    const ours = await oursLoad(centre);
    using load = ours.load;
    using floors = await floorLoad(floor.address);
    say('everybody is connected');
    const rounds: { ours: LiveResult; floor: LiveResult }[] = [];
    // The first round makes everything warm.
    for (let round = 0; round <= ROUNDS; round++) {
      const measured = { floor: await floors.run(PACE), ours: await load.run(PACE) };
      if (round > 0) rounds.push(measured);
      // Nobody answers the offers, as nobody answers the floor's: that would be another work.
      await ours.withdrawOffers();
      say(`round ${round} of ${ROUNDS}`);
    }
    const beside = (pick: (result: LiveResult) => number) =>
      rounds.map((each) => ({ ours: pick(each.ours), floor: pick(each.floor) }));
    const lostCount = rounds.reduce((sum, each) => sum + each.ours.lostCount, 0);
    return [
      besideFloor(
        { name: 'contact to screen: p50', unit: 'ms' },
        beside((result) => result.p50Ms),
      ),
      besideFloor(
        { name: 'contact to screen: p99', unit: 'ms' },
        beside((result) => result.p99Ms),
        AIM,
      ),
      besideFloor(
        { name: 'contact to answer: p99', unit: 'ms' },
        beside((result) => result.answeredP99Ms),
      ),
      {
        name: 'contacts that no screen had in time',
        unit: '',
        value: lostCount,
        aim: 'none',
        isMet: lostCount === 0,
      },
    ];
  },
};

/** Which agent the contact is for: in two thousand contacts each of them once. */
function agentOf(contact: number): number {
  return (contact * 7_919) % AGENTS;
}

function floorLoad(address: string): Promise<LiveLoad> {
  const target: LiveTarget = {
    url: address,
    headers: {},
    bodyOf: (contact) => JSON.stringify({ t: contact, customer: agentOf(contact), text: TEXT }),
    contactIn: (message) => (JSON.parse(message) as { t: number }).t,
  };
  const socket = { url: address.replace('http', 'ws'), headers: {} };
  return openLiveLoad(
    target,
    Array.from({ length: AGENTS }, () => socket),
  );
}

interface OurLoad {
  readonly load: LiveLoad;
  /** Ends every offer that a screen has shown, so that all agents are free again. */
  readonly withdrawOffers: () => Promise<void>;
}

async function oursLoad({ address, headers, scratch, call }: RunningCentre): Promise<OurLoad> {
  // A customer comes again after ten runs; by then his last contact has long been seen.
  const lastContactOf = new Map<string, number>();
  const offered: string[] = [];
  const target: LiveTarget = {
    url: `${address}/api/v1/interactions`,
    headers,
    bodyOf: (contact) => {
      const which = Math.floor(contact / AGENTS) % CUSTOMERS_EACH;
      const customerId = `customer_${agentOf(contact) * CUSTOMERS_EACH + which}`;
      lastContactOf.set(customerId, contact);
      return JSON.stringify({
        channel: 'email',
        customerId,
        piiText: TEXT,
        requirements: [{ skill: 'skill_1', minLevel: 1 }],
        promiseId: PROMISE_ID,
      });
    },
    contactIn: (message) => {
      const item = offeredItem(JSON.parse(message));
      if (item === undefined) return undefined;
      offered.push(item.workId);
      return lastContactOf.get(item.customerId);
    },
  };
  const url = `${address.replace('http', 'ws')}/api/v1/live`;
  const sockets = [];
  for (const agentId of agentIds()) {
    const key = { centre: 'main', name: 'agent', scopes: ['work:read'] as const, agentId };
    const { secret } = await createApiKey(scratch.database.kysely, key);
    sockets.push({ url, headers: { authorization: `Bearer ${secret}` } });
  }
  const greet = JSON.stringify({ kind: 'subscribe', id: 'queue', topic: 'my-queue' });
  const withdraw = async (): Promise<void> => {
    for (let workId = offered.pop(); workId !== undefined; workId = offered.pop()) {
      await call('POST', `/api/v1/work/${workId}/abandon`);
    }
  };
  return {
    load: await openLiveLoad(target, sockets, greet),
    withdrawOffers: async () => {
      await Promise.all(Array.from({ length: WITHDRAWN_AT_ONCE }, withdraw));
    },
  };
}

interface OfferedItem {
  readonly workId: string;
  readonly customerId: string;
}

/** The item that a message offers. */
function offeredItem(message: unknown): OfferedItem | undefined {
  const { kind, changes = [] } = message as {
    readonly kind: string;
    readonly changes?: readonly { readonly type: string; readonly item?: OfferedItem }[];
  };
  return kind === 'delta' ? changes.find(({ type }) => type === 'offered')?.item : undefined;
}

/** Signs the agents in and gives each the customers whom he knows. */
async function signAgentsIn({ host, database, name }: Centre): Promise<void> {
  let commandCount = 0;
  const giveAll = async (commands: readonly Command[]): Promise<void> => {
    await Promise.all(
      commands.map(async (command) => {
        const envelope = { commandId: `set-up:${++commandCount}`, actor: 'bench' };
        const outcome = await host.execute(command, envelope);
        if (!outcome.ok) throw new Error(`${command.type}: ${outcome.refusal.code}`);
      }),
    );
  };
  await giveAll([
    { type: 'define-promise', promiseId: PROMISE_ID, targetMs: 3_600_000, shareRatio: 0.8 },
  ]);
  const agents = agentIds();
  for (let from = 0; from < AGENTS; from += SIGNED_IN_AT_ONCE) {
    await giveAll(agents.slice(from, from + SIGNED_IN_AT_ONCE).flatMap(signInOf));
  }
  await database.pool.query(
    `insert into customer (centre, id)
     select $1, 'customer_' || number from generate_series(0, $2::int - 1) as number`,
    [name, AGENTS * CUSTOMERS_EACH],
  );
}

function signInOf(agentId: AgentId): readonly Command[] {
  const skills = [{ skill: 'skill_1', level: 3 }];
  const first = Number(agentId.slice('agent_'.length)) * CUSTOMERS_EACH;
  const bonds = Array.from({ length: CUSTOMERS_EACH }, (_, index): Command => {
    const customerId = asId<'customer'>(`customer_${first + index}`);
    return { type: 'change-bond', customerId, ownerId: agentId, deputyIds: [] };
  });
  return [
    { type: 'register-agent', agentId, skills, capacity: STANDARD_CAPACITY },
    { type: 'set-agent-state', agentId, state: 'ready' },
    ...bonds,
  ];
}

function agentIds(): readonly AgentId[] {
  return Array.from({ length: AGENTS }, (_, number) => asId<'agent'>(`agent_${number}`));
}
