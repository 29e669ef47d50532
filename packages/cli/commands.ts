import type { CliCommand } from './cli-command.ts';
import { adoptKeyCommand } from './commands/adopt-key.ts';
import { auditCommand } from './commands/audit.ts';
import { backupCommand } from './commands/backup.ts';
import { createKeyCommand } from './commands/create-key.ts';
import { doctorCommand } from './commands/doctor.ts';
import { endSecondFactorCommand } from './commands/end-second-factor.ts';
import { explainCommand } from './commands/explain.ts';
import { importCommand } from './commands/import.ts';
import { rebuildCommand } from './commands/rebuild.ts';
import { createReplayCommand } from './commands/replay.ts';
import { resetPasswordCommand } from './commands/reset-password.ts';
import { restoreCommand } from './commands/restore.ts';
import { revokeKeyCommand } from './commands/revoke-key.ts';
import { startCommand } from './commands/start.ts';
import { openDurableDesk } from './replay/open-durable-desk.ts';

/** The verbs of `rapport`, in the order in which `rapport --help` and the reference list them. */
export const COMMANDS: readonly CliCommand[] = [
  startCommand,
  createReplayCommand({ openDurableDesk }),
  importCommand,
  explainCommand,
  auditCommand,
  rebuildCommand,
  backupCommand,
  restoreCommand,
  doctorCommand,
  createKeyCommand,
  revokeKeyCommand,
  endSecondFactorCommand,
  resetPasswordCommand,
  adoptKeyCommand,
];
