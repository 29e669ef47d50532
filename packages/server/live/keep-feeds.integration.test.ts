import { asId } from '@rapport/core';
import { expect, test } from 'vitest';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Host } from '../host/host.ts';
import { writeHistory } from '../testing/centre-history.ts';
import { openLiveCentre } from '../testing/live-centre.ts';
import { openSigns } from '../interactions/signs.ts';
import { noTracing } from '../tracing/tracing.ts';
import { keepFeeds } from './keep-feeds.ts';

test('a history that cannot be followed is tried again after a pause, and nobody is shown it', async () => {
  await using served = await openLiveCentre();
  const { name, settings, database, now, host } = served.centre;
  await served.newAgent('ann');
  const { kysely: db } = database;
  // A row that contradicts what came before, beyond the position of the views.
  const seq = host.position + 1;
  const events = [{ type: 'work-held', v: 1, workId: asId('none'), agentId: asId('ann') }];
  await writeHistory(db, name, [
    {
      ...{ seq, commandId: 'broken', commandHash: '', actor: 'test', cause: 'command', at: now() },
      events: JSON.stringify(events),
    },
  ]);
  const notices: string[] = [];
  const ahead: Pick<Host, 'position' | 'onCommitted' | 'ask'> = {
    position: seq,
    onCommitted: () => () => undefined,
    ask: (question) => host.ask(question),
  };
  const feeds = keepFeeds(
    {
      ...{ centre: name, db, host: ahead, now, tracing: noTracing, signs: openSigns() },
      timeZone: () => settings.given.timeZone,
      waitingKinds: () => Promise.resolve([]),
    },
    { notice: (message) => notices.push(message), onLost: () => undefined },
  );
  let isReady = false;
  feeds.ready().then(
    () => (isReady = true),
    () => undefined,
  );
  await sleep(1_500);
  feeds.stop();
  expect(isReady).toBe(false);
  expect(feeds.current()).toBeUndefined();
  expect(notices.length).toBeGreaterThan(0);
  expect(notices.length).toBeLessThan(4);
});
