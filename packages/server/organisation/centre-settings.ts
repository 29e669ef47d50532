import type { RouteInput } from '@rapport/protocol';
import type { Kysely } from 'kysely';
import type { Tables } from '../store/tables.ts';
import { writeAuditEntry } from '../store/write-audit-entry.ts';
import type { Change } from './define.ts';

/** What administrators set; what is left out is as the centre was started. */
export type OwnSettings = Omit<RouteInput<'changeSettings'>['body'], 'version'>;

/** What a centre was started with. */
interface Given {
  readonly timeZone: string;
  readonly region?: string | undefined;
}

/** What holds for a centre as a whole. */
export interface CentreSettings {
  readonly given: Given;
  /** What holds now. */
  readonly current: () => Given & Pick<OwnSettings, 'name'>;
  /** Replaces what administrators have set, unless it is of another version than this. */
  readonly change: (
    change: Change,
    next: OwnSettings & { readonly version?: number | undefined },
  ) => Promise<Changed>;
  /** Tells that another time zone holds, from now on; returns what ends that. */
  readonly onTimeZone: (listener: () => void) => () => void;
}

type Changed =
  | { readonly kind: 'done'; readonly version: number }
  | { readonly kind: 'version-wrong'; readonly version: number };

/** Reads what is set for a centre, and keeps it at hand. */
export async function openCentreSettings(
  db: Kysely<Tables>,
  centre: string,
  given: Given,
): Promise<CentreSettings> {
  let own = (await readOwnSettings(db, centre)).settings;
  const listeners = new Set<() => void>();
  const current: CentreSettings['current'] = () => ({ ...given, ...own });
  return {
    given,
    current,
    async change(change, next) {
      const { version, ...settings } = next;
      const changed = await write(change, settings, version);
      if (changed.kind !== 'done') return changed;
      const before = current().timeZone;
      own = settings;
      if (current().timeZone !== before) for (const listener of listeners) listener();
      return changed;
    },
    onTimeZone(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** What administrators have set for a centre; nothing, of version 0, where they have not. */
export async function readOwnSettings(
  db: Kysely<Tables>,
  centre: string,
): Promise<{ readonly version: number; readonly settings: OwnSettings }> {
  const row = await db
    .selectFrom('centre_settings')
    .select(['version', 'settings'])
    .where('centre', '=', centre)
    .executeTakeFirst();
  if (row === undefined) return { version: 0, settings: {} };
  // Written below, and nowhere else.
  return { version: row.version, settings: JSON.parse(row.settings) as OwnSettings };
}

/** How the settings stand, in the fields of the API. */
export async function settingsState(db: Kysely<Tables>, centre: string): Promise<OwnSettings> {
  return (await readOwnSettings(db, centre)).settings;
}

async function write(
  { db, centre, actor }: Change,
  settings: OwnSettings,
  expected: number | undefined,
): Promise<Changed> {
  return await db.transaction().execute(async (trx): Promise<Changed> => {
    // Nobody's first settings replace others that came a moment before; what is refused leaves no row.
    if (expected === undefined || expected === 0) {
      await trx
        .insertInto('centre_settings')
        .values({ centre, version: 0, settings: '{}' })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
    const row = (await trx
      .selectFrom('centre_settings')
      .select(['version', 'settings'])
      .where('centre', '=', centre)
      .forUpdate()
      .executeTakeFirst()) ?? { version: 0, settings: '{}' };
    if (expected !== undefined && expected !== row.version) {
      return { kind: 'version-wrong', version: row.version };
    }
    const version = row.version + 1;
    await trx
      .updateTable('centre_settings')
      .set({ version, settings: JSON.stringify(settings) })
      .where('centre', '=', centre)
      .execute();
    const entry = { centre, actor, action: 'change-settings', subject: 'settings' };
    const before = JSON.parse(row.settings) as OwnSettings;
    await writeAuditEntry(trx, entry, { kind: 'settings', before, after: settings });
    return { kind: 'done', version };
  });
}
