import { asId, explainWork, type Happening } from '@rapport/core';
import { runRandomCentre } from '@rapport/core/testing';
import { EXPLANATION_LANGUAGES, explanationText } from '@rapport/protocol';
import { expect, test } from 'vitest';

const SEEDS = 60;

test('every item of whatever history has words, for everybody and in each language', () => {
  const statuses = new Set<string>();
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const { rows, desk } = runRandomCentre({ seed, stepCount: 100 });
    const history = rows.flatMap(({ at, events }): readonly Happening[] =>
      events.map((event) => ({ at, event })),
    );
    const ids = new Set(history.flatMap(({ event }) => ('workId' in event ? event.workId : [])));
    for (const workId of ids) {
      const explanation = explainWork(workId, history, desk.lastAt) ?? expect.unreachable();
      statuses.add(explanation.status);
      // The desk itself says where an open item is; what it no longer has is over.
      const open = desk.work.get(workId);
      expect(['done', 'abandoned', open?.status]).toContain(explanation.status);
      expect(explanation.agentId === undefined || open === undefined).toBe(
        open === undefined || open.agent === undefined,
      );
      for (const language of EXPLANATION_LANGUAGES) {
        for (const audience of ['agent', 'customer'] as const) {
          const text = explanationText(
            { ...explanation, dueAt: desk.lastAt },
            {
              audience,
              language,
              nameOf: (agentId) => agentId,
              timeOf: () => '14:30',
              exactTimeOf: () => '14:30:05',
            },
          );
          expect(text).not.toMatch(/[{}]|undefined/);
        }
      }
    }
  }
  expect(statuses.size).toBeGreaterThan(6);
  expect(explainWork(asId('nothing'), [], 0)).toBeUndefined();
});
