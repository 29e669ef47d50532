import { journalContract } from './journal.contract.ts';
import { memoryJournal } from './memory-journal.ts';

journalContract('the journal in memory', () => {
  const journal = memoryJournal();
  const keptWords = () => Promise.resolve(journal.kept().map(({ message }) => message?.piiText));
  return Promise.resolve({ journal, keptWords });
});
