export { isAgent } from './agents/is-agent.ts';
export { type AgentProfile, saveAgent } from './agents/save-agent.ts';
export { createLogger } from './create-logger.ts';
export type { Database } from './database/database.ts';
export { openDatabase } from './database/open-database.ts';
export type { Clock } from './host/clock.ts';
export type { Envelope, Outcome } from './host/envelope.ts';
export { calendarCommand } from './hours/save-week.ts';
export type { Week } from './hours/week.ts';
export {
  explainItem,
  explanationTerms,
  promisedBy,
  withoutReasons,
} from './explanations/explain-item.ts';
export { liveHistory, type LivedHistory } from './history/live-history.ts';
export type { Host } from './host/host.ts';
export { AddressTaken, type HttpServer, serveHttp } from './http/serve-http.ts';
export { createApiKey, revokeApiKey } from './identity/api-keys.ts';
export { createdId, mintUuid } from './identity/mint-id.ts';
export { COMMAND_LINE } from './identity/principal.ts';
export { type Centre, type CentreOptions, openCentre } from './open-centre.ts';
export { openCentreSettings } from './organisation/centre-settings.ts';
export { endSecondFactorOf } from './people/end-second-factor.ts';
export { startPasswordResetOf } from './people/reset-password.ts';
export { makeSetUpToken } from './people/first-administrator.ts';
export { audit, type AuditReport, isSound } from './operations/audit.ts';
export { backup, type BackupReport } from './operations/backup.ts';
export type { TableStep } from './operations/backup-format.ts';
export type { Check } from './operations/check.ts';
export { examine } from './operations/doctor.ts';
export { restore, type RestoreReport } from './operations/restore.ts';
export { schemaSteps } from './operations/schema-steps.ts';
export { verifyBackup } from './operations/verify-backup.ts';
export { openReplayDesk, type ReplayDesk } from './open-replay-desk.ts';
export { adoptKey } from './secrets/own-key.ts';
export { secretKey } from './secrets/secret-key.ts';
export { pastDay, type PastDay } from './policy/past-day.ts';
export { playPreviewDay, readPreviewDay } from './policy/play-preview.ts';
export type { PreviewColumn } from './policy/preview-figures.ts';
export { recoverDesk } from './store/recover-desk.ts';
export { readSettings, SettingsError } from './read-settings.ts';
export { type Settings, SETTINGS } from './settings.ts';
export type { ImportRequest } from './imports/begin-import.ts';
export { readFaults, readRows } from './imports/import-details.ts';
export { type ImportCaller, importFile, undoImport } from './imports/import-file.ts';
export { IMPORT_KINDS, type ImportKindName } from './imports/import-kinds.ts';
export { isImporting } from './imports/import-lock.ts';
export { type ImportRecord, readImport, readImports } from './imports/import-record.ts';
export { parseMap } from './imports/parse-map.ts';
export { findServerLockHolder, takeServerLock } from './database/server-lock.ts';
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
export { CentreUnknown, requireCentre } from './store/require-centre.ts';
export { storeSnapshot } from './store/snapshots.ts';
