import type { TableStep } from '@rapport/server';
import type { CliWorld } from '../cli-command.ts';

/** One line that says how far a backup or a restore has come; on a terminal only. */
export function progressOn(world: Pick<CliWorld, 'err' | 'isTerminal'>): {
  readonly show: (step: TableStep) => void;
  readonly clear: () => void;
} {
  const write = (text: string): void => {
    if (world.isTerminal) world.err(`\r\x1b[K${text}`);
  };
  return {
    show: ({ table, number, tableCount, rowCount }) =>
      write(`table ${number} of ${tableCount}: ${table}, ${rowCount} rows`),
    clear: () => write(''),
  };
}
