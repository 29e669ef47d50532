import process from 'node:process';
import { AGENTS } from '../organisation/agents.ts';
import { drawCustomers } from '../organisation/draw-customers.ts';
import { SEED } from '../organisation/seed.ts';
import { type Colleague, startColleague } from './colleague.ts';
import type { CrowdMessage, CrowdTask } from './crowd-task.ts';
import { openTown } from './customers.ts';
import { createMatters } from './matters.ts';
import { keepDuty } from './duty.ts';
import { paceOf } from './pace.ts';
import { openWire } from './wire.ts';

// The process of the simulated people: it begins when the centre says so, and ends with it.
const TED_ITEMS_MAX = 3;
const TED = AGENTS[0]?.agentId ?? '';

let colleagues: readonly Colleague[] = [];

process.on('message', (message: CrowdMessage) => {
  if (message.kind === 'begin') begin(message.task);
  else {
    const taken = new Set(message.agentIds);
    for (const colleague of colleagues) colleague.stepAside(taken.has(colleague.agentId));
  }
});
process.on('disconnect', () => process.exit(0));
process.on('SIGTERM', () => process.exit(0));
// Ctrl-C reaches the whole group; the centre says when it is over.
process.on('SIGINT', () => undefined);

function begin({ address, speed, customersKey, colleagues: given }: CrowdTask): void {
  const pace = paceOf(speed);
  const matters = createMatters();
  const wire = openWire(address, customersKey);
  colleagues = given.map(({ agentId, key }) => {
    const name = AGENTS.find((agent) => agent.agentId === agentId)?.name ?? '';
    return startColleague({ agentId, name, key }, { address, pace, matters });
  });
  const states = new Map<string, { readonly state: string; readonly reason?: string }>();
  wire.live.subscribe({
    topic: 'presence',
    params: {},
    onState: ({ agents }) => {
      for (const agent of agents) states.set(agent.agentId, agent);
    },
  });
  for (const [index, colleague] of colleagues.entries()) {
    void keepDuty({ colleague, index, pace, stateOf: () => states.get(colleague.agentId) });
  }
  let tedItems = 0;
  const countTed = async (): Promise<void> => {
    const query = { agentId: TED, limit: 50 };
    const { data } = await wire.api.GET('/api/v1/work', { params: { query } });
    tedItems = data?.items.filter(({ closedAt }) => closedAt === undefined).length ?? tedItems;
  };
  setInterval(() => {
    countTed().catch(() => undefined);
  }, 5_000);
  const isTedFree = (): boolean => states.get(TED)?.state === 'ready' && tedItems < TED_ITEMS_MAX;
  const customers = drawCustomers(SEED);
  void openTown({ wire, address, pace, customers, matters, isTedFree });
}
