import { journalContract } from './journal.contract.ts';
import { memoryJournal } from './memory-journal.ts';

journalContract('the journal in memory', () => Promise.resolve(memoryJournal()));
