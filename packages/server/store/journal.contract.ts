import { describe, expect, test } from 'vitest';
import { type Journal, type JournalRow, LeaseLost } from './journal.ts';

/** What every Journal must do. An adapter's test calls this with a way to open an empty one. */
export function journalContract(name: string, open: () => Promise<Journal>): void {
  describe(`${name} keeps the Journal contract`, () => {
    test('reads back what was appended, byte for byte and in order', async () => {
      const journal = await open();
      const epoch = await journal.lead('a');
      const events = '[{"type":"b","a":1,"text":"\\"{,}\\\\ ü 🙂 NULL"}]';
      await journal.append(epoch, [row(1, events), row(2, '[]')]);
      await journal.append(epoch, [row(3)]);
      expect(await journal.read(0, 10)).toEqual([row(1, events), row(2, '[]'), row(3)]);
      expect(await journal.read(1, 1)).toEqual([row(2, '[]')]);
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
