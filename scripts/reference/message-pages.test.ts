import { describe, expect, test } from 'vitest';
import type { Catalogue } from './catalogue.ts';
import { eventsPage, refusalsPage, typesPage } from './message-pages.ts';

const catalogue: Catalogue = {
  commands: [],
  events: [
    {
      name: 'work-offered',
      version: 1,
      summary: 'An item was put to one agent. He has to answer in time.\n\nOr it goes on.',
      path: 'packages/core/work/work-messages.ts',
      fields: [
        { name: 'needs', type: 'readonly Need[]', isOptional: false, summary: '' },
        { name: 'reason', type: "'a' | 'b'", isOptional: true, summary: 'Why him | her.' },
      ],
    },
  ],
  refusals: [
    {
      name: 'work-state-wrong',
      version: undefined,
      summary: 'The item is in another state.',
      path: 'packages/core/messages.ts',
      fields: ['workId', 'status', 'expected'].map((name) => ({
        name,
        type: name === 'expected' ? 'readonly string[]' : 'string',
        isOptional: false,
        summary: '',
      })),
    },
  ],
  types: [
    { name: 'Need', summary: 'What it asks.', text: 'type Need = 1;', path: 'packages/core/a.ts' },
  ],
};

describe('the pages of messages', () => {
  test('list each by its room, with the first sentence, and then in full', () => {
    const page = eventsPage(catalogue);
    expect(page).toContain(
      '| Work | [work-offered](#work-offered) | An item was put to one agent. |',
    );
    expect(page).toContain('He has to answer in time.\n\nOr it goes on.\n');
  });

  test('explain fields, by their type where they say nothing, and keep tables whole', () => {
    const page = eventsPage(catalogue);
    expect(page).toContain('| `needs` | [`Need[]`](types.md#need) | What it asks. |');
    expect(page).toContain("| `reason` | `'a' \\| 'b'`, optional | Why him \\| her. |");
    expect(page).toContain(
      'Version 1. Declared in [`work-messages.ts`](../../packages/core/work/work-messages.ts).',
    );
  });

  test('show the sentence that people read, with names for values', () => {
    expect(refusalsPage(catalogue)).toContain(
      'People read: “Item {workId} is {status}; this needs it to be {expected}.”',
    );
  });

  test('show the types that fields are made of', () => {
    expect(typesPage(catalogue)).toContain(
      '## Need\n\nWhat it asks.\n\n```ts\ntype Need = 1;\n```',
    );
  });
});
