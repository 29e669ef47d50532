import { createDesk, evolve } from '@rapport/core';
import { runChattingCentre } from '@rapport/core/testing';
import { expect, test } from 'vitest';
import { type CustomersTurn, turnAfter } from './turn-after.ts';

const SEEDS = [1, 2, 3, 4, 5];

test('the view says of each open chat whose turn it is and whether the customer is silent, as the desk does', () => {
  let silentCount = 0;
  for (const seed of SEEDS) {
    const desk = createDesk();
    const turns = new Map<string, CustomersTurn>();
    for (const [index, event] of runChattingCentre(seed, 250).entries()) {
      evolve(desk, event, index);
      if (!('workId' in event)) continue;
      const turn = turnAfter(turns.get(event.workId), event, index);
      if (turn === undefined) turns.delete(event.workId);
      else turns.set(event.workId, turn);
      const isSilent = desk.work.get(event.workId)?.turn?.isSilent;
      expect([event.type, turn?.isSilent]).toEqual([event.type, isSilent]);
      if (isSilent === true) silentCount += 1;
    }
  }
  expect(silentCount).toBeGreaterThan(100);
});
