import { setTimeout as sleep } from 'node:timers/promises';
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';
import { expect, test } from 'vitest';
import type { Tables } from '../store/tables.ts';
import { CardsFeed } from './cards-feed.ts';
import type { Subscription } from './connection.ts';
import { DayFigures } from './day-figures.ts';
import { Floor } from './floor.ts';
import { promisedTimes } from './promised-times.ts';

const AGENTS = 60;

test('desks that all begin at once are renewed in turns, each once in twenty', async () => {
  const readers: string[] = [];
  const db = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (all) => new PostgresIntrospector(all),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    log: ({ query }) => {
      const asked = query.parameters.find((each) => String(each).startsWith('agent '));
      readers.push(String(asked));
    },
  });
  const floor = new Floor({
    ...{ position: 0, items: [], agents: [] },
    ...{ promises: promisedTimes(), day: new DayFigures('UTC', 0) },
  });
  const onFault = (error: unknown): void => expect.unreachable(String(error));
  const feed = new CardsFeed({ db, centre: 'main', floor, onFault });
  for (let number = 0; number < AGENTS; number++)
    await feed.begin(subscriptionOf(`agent ${number}`));
  expect(readers).toHaveLength(AGENTS);
  readers.length = 0;
  for (let turn = 1; turn <= 20; turn++) {
    feed.renewSome();
    await sleep(40);
    expect(readers).toHaveLength((turn * AGENTS) / 20);
  }
  expect(new Set(readers)).toHaveLength(AGENTS);
});

function subscriptionOf(agentId: string): Subscription {
  const connection = { caller: { principal: { agentId } }, sendSnapshot: () => true };
  return { connection } as unknown as Subscription;
}
