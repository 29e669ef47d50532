import { describe, expect, test } from 'vitest';
import { type Journal, type JournalRow, LeaseLost } from './journal.ts';
import type { KeptRow } from './kept.ts';

/** An empty journal, and the words of the first messages that were kept beside its rows, in order. */
export interface OpenedJournal {
  readonly journal: Journal;
  readonly keptWords: () => Promise<readonly (string | undefined)[]>;
  /** By item, the numbers to call that were kept beside its rows. */
  readonly keptNumbers: () => Promise<Readonly<Record<string, string>>>;
}

/** What every Journal must do. An adapter's test calls this with a way to open an empty one. */
export function journalContract(name: string, openEmpty: () => Promise<OpenedJournal>): void {
  const open = async (): Promise<Journal> => (await openEmpty()).journal;
  describe(`${name} keeps the Journal contract`, () => {
    test('reads back what was appended, byte for byte and in order', async () => {
      const journal = await open();
      const epoch = await journal.lead('a');
      const events = '[{"type":"b","a":1,"text":"\\"{,}\\\\ ü 🙂 NULL"}]';
      await journal.append(epoch, [row(1, events), row(2, '[]')]);
      await journal.append(epoch, [row(3)]);
      expect(await journal.read(0, 10)).toEqual([row(1, events), row(2, '[]'), row(3)]);
      expect(await journal.read(1, 1)).toEqual([row(2, '[]')]);
      await journal.append(epoch, []);
      expect(await journal.read(3, 10)).toEqual([]);
    });

    test('refuses a host whose epoch is over, and keeps nothing of its batch', async () => {
      const journal = await open();
      const old = await journal.lead('a');
      await journal.append(old, [row(1)]);
      const current = await journal.lead('b');
      expect(current).toBeGreaterThan(old);
      await expect(journal.append(old, [row(2), row(3)])).rejects.toThrow(LeaseLost);
      await journal.append(current, [row(2)]);
      expect(await journal.read(0, 10)).toHaveLength(2);
    });

    test('gives the lead back to whoever led last, and to nobody who was succeeded', async () => {
      const journal = await open();
      const first = await journal.lead('a');
      const again = await journal.lead('a', first);
      expect(again).toBeGreaterThan(first);
      // The answer to that was lost: the epoch is another, but the leader is the same.
      expect(await journal.lead('a', first)).toBeGreaterThan(again);
      const other = await journal.lead('b');
      await expect(journal.lead('a', again)).rejects.toThrow(LeaseLost);
      await journal.append(other, [row(1)]);
    });

    test('keeps a batch whole or not at all', async () => {
      const journal = await open();
      const epoch = await journal.lead('a');
      await journal.append(epoch, [row(1)]);
      await expect(journal.append(epoch, [row(2), row(1)])).rejects.toThrow();
      expect(await journal.read(0, 10)).toEqual([row(1)]);
    });

    test('refuses a command that it holds already', async () => {
      const journal = await open();
      const epoch = await journal.lead('a');
      await journal.append(epoch, [row(1)]);
      await expect(
        journal.append(epoch, [{ ...row(2), commandId: 'command-1' }]),
      ).rejects.toThrow();
    });

    test('finds a command by its id', async () => {
      const journal = await open();
      const epoch = await journal.lead('a');
      await journal.append(epoch, [row(1), row(2)]);
      expect(await journal.find(['command-2'])).toEqual([row(2)]);
      expect(await journal.find(['command-3', 'command-1'])).toEqual([row(1)]);
    });

    keptContract(openEmpty);
  });
}

function keptContract(openEmpty: () => Promise<OpenedJournal>): void {
  test('keeps words with the row that they came with, byte for byte', async () => {
    const { journal, keptWords } = await openEmpty();
    const epoch = await journal.lead('a');
    const words = ['"{,}\\ ü 🙂\n\tNULL null', "'; drop table message; --"];
    const kept = words.map((text, index) => keptRow(index + 1, text));
    await journal.append(epoch, [row(1), row(2), row(3)], [...kept, keptRow(3)]);
    expect(await keptWords()).toEqual([...words, undefined]);
  });

  test('keeps no words of a batch that it does not keep', async () => {
    const { journal, keptWords } = await openEmpty();
    const old = await journal.lead('a');
    await journal.append(old, [row(1)], [keptRow(1, 'kept')]);
    await expect(journal.append(old, [row(1)], [keptRow(2, 'doubled')])).rejects.toThrow();
    await journal.lead('b');
    await expect(journal.append(old, [row(2)], [keptRow(2, 'late')])).rejects.toThrow(LeaseLost);
    expect(await keptWords()).toEqual(['kept']);
  });

  test('keeps the last number of each item, beside words, and none of a batch that it does not keep', async () => {
    const { journal, keptWords, keptNumbers } = await openEmpty();
    const old = await journal.lead('a');
    const number = (seq: number, workId: string, piiNumber: string): KeptRow => ({
      ...{ seq, at: 1_000 + seq, workId, piiNumber },
    });
    const kept = [number(1, 'a', '+491'), keptRow(2, 'words'), number(3, 'a', '+492')];
    await journal.append(old, [row(1), row(2), row(3)], kept);
    await journal.append(old, [row(4)], [number(4, 'b', '+493')]);
    await journal.append(old, [row(5)], [number(5, 'b', '+494')]);
    await journal.lead('b');
    const late = journal.append(old, [row(6)], [number(6, 'c', '+495')]);
    await expect(late).rejects.toThrow(LeaseLost);
    expect(await keptNumbers()).toEqual({ a: '+492', b: '+494' });
    expect(await keptWords()).toEqual(['words']);
  });
}

function row(seq: number, events = `[{"seq":${seq}}]`): JournalRow {
  return {
    seq,
    commandId: `command-${seq}`,
    commandHash: `hash-${seq}`,
    actor: 'agent_1',
    cause: 'command',
    at: 1_000 + seq,
    events,
  };
}

function keptRow(seq: number, piiText?: string): KeptRow {
  return {
    seq,
    at: 1_000 + seq,
    interactionId: `interaction_${seq}`,
    workId: `work_${seq}`,
    channel: 'chat',
    ...(piiText !== undefined && { message: { id: `message_${seq}`, piiText } }),
  };
}
