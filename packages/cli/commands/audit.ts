import {
  audit,
  type AuditReport,
  isSound,
  openDatabase,
  readSettings,
  requireMigrated,
  type Tables,
} from '@rapport/server';
import type { CliCommand } from '../cli-command.ts';

const LABELS: Readonly<Record<keyof AuditReport['faults'], string>> = {
  gaps: 'positions missing in the journal',
  doubledCommands: 'commands kept more than once',
  disorder: 'rows out of order in time or epoch',
  misplacedItems: 'items not in exactly one place',
  lostItems: 'items lost',
  doubledItems: 'items received twice',
  snapshotDifferences: 'records in which the snapshot differs',
  spoiltSnapshots: 'snapshots that cannot be read',
  viewDifferences: 'rows in which the views differ',
  rowsBehind: 'rows of history that the views lack',
  followersAhead: 'followers ahead of the journal',
  overdueOutbox: 'commands owed to the desk for over a minute',
  unfoundOutbox: 'commands noted as taken and not found',
  orphanedProfiles: 'agents the desk does not know',
  lostInteractions: 'items whose interactions are lost',
  orphanedInteractions: 'interactions whose items the history does not know',
  miscountedInteractions: 'interactions with messages missing',
};

/** `rapport audit`: checks a running or stopped centre against its own history. */
export const auditCommand: CliCommand = {
  name: 'audit',
  summary: 'Checks history, desk, views, outbox and interactions; a sound centre prints only 0s.',
  arguments: [],
  options: {},
  async run({ isJson }, world) {
    const settings = readSettings(world.environment);
    await using database = await openDatabase<Tables>(settings, {
      applicationName: 'rapport audit',
      // A mistyped folder must not end in a new, empty database.
      mayCreate: false,
    });
    await requireMigrated(database.kysely);
    const report = await audit(database.kysely, settings.centre, {
      onProgress: (seq) => {
        world.stop.throwIfAborted();
        if (world.isTerminal) world.err(`\rposition ${seq}`);
      },
    }).finally(() => {
      if (world.isTerminal) world.err('\r\x1b[K');
    });
    world.out(isJson ? `${JSON.stringify(report)}\n` : textOf(report));
    return isSound(report) ? 0 : 1;
  },
};

function textOf({ centre, rowCount, itemCount, openCount, faults }: AuditReport): string {
  const lines = Object.entries(LABELS).map(([fault, label]) => {
    const count = faults[fault as keyof AuditReport['faults']];
    return `${String(count).padStart(8)}  ${label}\n`;
  });
  const head = `${centre}: ${rowCount} rows of history, ${itemCount} items, ${openCount} of them open\n`;
  return head + lines.join('');
}
