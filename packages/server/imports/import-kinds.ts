import { accountImport } from './account-import.ts';
import { agentImport } from './agent-import.ts';
import { bondImport } from './bond-import.ts';
import { customerImport } from './customer-import.ts';
import type { ImportKind } from './import-kind.ts';
import { rosterImport } from './roster-import.ts';

/** What can be imported, in the order in which one needs the other. */
export const IMPORT_KINDS = {
  accounts: accountImport,
  customers: customerImport,
  agents: agentImport,
  bonds: bondImport,
  rosters: rosterImport,
} as const satisfies Readonly<Record<string, ImportKind>>;

export type ImportKindName = keyof typeof IMPORT_KINDS;
