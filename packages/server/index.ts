export { type AgentProfile, saveAgent } from './agents/save-agent.ts';
export { createLogger } from './create-logger.ts';
export type { Database } from './database/database.ts';
export { openDatabase } from './database/open-database.ts';
export type { Clock } from './host/clock.ts';
export type { Envelope, Host, Outcome } from './host/host.ts';
export { AddressTaken, type HttpServer, serveHttp } from './http/serve-http.ts';
export { createApiKey, revokeApiKey } from './identity/api-keys.ts';
export { type Centre, type CentreOptions, openCentre } from './open-centre.ts';
export { audit, type AuditReport, isSound } from './operations/audit.ts';
export { backup, type BackupReport } from './operations/backup.ts';
export type { TableStep } from './operations/backup-format.ts';
export type { Check } from './operations/check.ts';
export { examine } from './operations/doctor.ts';
export { restore, type RestoreReport } from './operations/restore.ts';
export { schemaSteps } from './operations/schema-steps.ts';
export { verifyBackup } from './operations/verify-backup.ts';
export { openReplayDesk, type ReplayDesk } from './open-replay-desk.ts';
export { readSettings, type Settings, SETTINGS, SettingsError } from './settings.ts';
export {
  migrate,
  MigrationFailed,
  MigrationsPending,
  pendingMigrations,
  requireMigrated,
} from './store/migrate.ts';
export type { Tables } from './store/tables.ts';
export { openTracing } from './tracing/open-tracing.ts';
export { rebuildViews } from './views/rebuild-views.ts';
export { foldHistory, HistoryBroken } from './host/fold-history.ts';
export type { JournalRow } from './store/journal.ts';
export { sqlJournal } from './store/sql-journal.ts';
export { CentreUnknown } from './store/require-centre.ts';
export { storeSnapshot } from './store/snapshots.ts';
