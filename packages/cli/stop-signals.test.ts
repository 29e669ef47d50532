import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { stopOnSignals } from './stop-signals.ts';

function open() {
  const source = new EventEmitter();
  const world = { nowMs: 1_000, exits: 0 };
  const { signal } = stopOnSignals(
    source,
    () => (world.exits += 1),
    () => world.nowMs,
  );
  return { source, world, signal };
}

test('the first signal asks the work to stop, a second one ends it', () => {
  const { source, world, signal } = open();
  expect(signal.aborted).toBe(false);
  source.emit('SIGINT');
  expect(signal.aborted).toBe(true);
  expect(world.exits).toBe(0);
  world.nowMs += 1_000;
  source.emit('SIGTERM');
  expect(world.exits).toBe(1);
});

test('one key press that arrives by three ways is one signal', () => {
  const { source, world } = open();
  source.emit('SIGINT');
  world.nowMs += 20;
  source.emit('SIGINT');
  world.nowMs += 20;
  source.emit('SIGINT');
  expect(world.exits).toBe(0);
});
