import { expect, test } from 'vitest';
import { apiPage } from './api-page.ts';

const answer = {};

test('the page of routes shows what each does and who may call it, by path', () => {
  const page = apiPage({
    second: {
      method: 'POST',
      path: '/api/v1/work',
      summary: 'Takes an item in.',
      access: { roles: ['agent', 'staff'], scope: 'work:receive', reach: 'centre' },
      answer,
    },
    first: {
      method: 'GET',
      path: '/api/v1/agents',
      summary: 'Lists agents.',
      access: { roles: [], scope: 'agents:read', reach: 'self' },
      answer,
    },
  });
  const lines = page.split('\n').filter((line) => line.startsWith('| `'));
  expect(lines).toEqual([
    '| `GET /agents` | Lists agents. |  | `agents:read` | his own, as an agent |',
    "| `POST /work` | Takes an item in. | agent, staff | `work:receive` | everybody's |",
  ]);
});
