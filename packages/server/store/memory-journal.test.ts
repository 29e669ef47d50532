import { journalContract } from './journal.contract.ts';
import { isNumber } from './kept.ts';
import { memoryJournal } from './memory-journal.ts';

journalContract('the journal in memory', () => {
  const journal = memoryJournal();
  const keptWords = () =>
    Promise.resolve(
      journal.kept().flatMap((kept) => (isNumber(kept) ? [] : [kept.message?.piiText])),
    );
  const keptNumbers = () =>
    Promise.resolve(
      Object.fromEntries(
        journal.kept().flatMap((kept) => (isNumber(kept) ? [[kept.workId, kept.piiNumber]] : [])),
      ) as Readonly<Record<string, string>>,
    );
  return Promise.resolve({ journal, keptWords, keptNumbers });
});
