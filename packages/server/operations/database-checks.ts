import type { Database } from '../database/database.ts';
import { type Check, check, failed, ok, warning } from './check.ts';

const DURABLE_SETTINGS = ['fsync', 'full_page_writes', 'synchronous_commit'];
// A clock may be corrected by so much without anybody noticing; times of events never go back.
const CLOCK_BEHIND_MS_WARNING = 1_000;
const CLOCK_BEHIND_MS_FAILED = 60_000;

/** Whether what was acknowledged survives a power cut. */
export async function checkDurability({ pool }: Pick<Database, 'pool'>): Promise<Check> {
  return await check('durability', async () => {
    const { rows } = await pool.query<{ name: string }>(
      `select name from pg_settings where name = any ($1) and setting = 'off' order by name`,
      [DURABLE_SETTINGS],
    );
    const off = rows.map(({ name }) => name);
    if (off.length === 0) return ok(`${DURABLE_SETTINGS.join(', ')} are on`);
    const statements = off.map((name) => `alter system set ${name} = on`);
    return failed(
      `${off.join(', ')} off: a power cut may lose what was acknowledged`,
      `psql "$DATABASE_URL" -c "${statements.join('" -c "')}" -c "select pg_reload_conf()"`,
    );
  });
}

export async function checkMigrations(
  pendingMigrations: () => Promise<readonly string[]>,
): Promise<Check> {
  return await check('migrations', async () => {
    const pending = await pendingMigrations();
    if (pending.length === 0) return ok('up to date');
    return warning(
      `${pending.join(', ')} not applied; the next start applies them`,
      'npx rapport start',
    );
  });
}

/** Whether the clock is behind the journal's last entry, as after a wrong time at boot. */
export async function checkClock(
  { pool }: Pick<Database, 'pool'>,
  centre: string,
  now: number = Date.now(),
): Promise<Check> {
  return await check('clock', async () => {
    const lastAt = await readLastAt(pool, centre);
    if (lastAt === undefined) return ok('nothing in the journal to compare it with');
    const behindMs = lastAt - now;
    if (behindMs <= CLOCK_BEHIND_MS_WARNING) return ok("not behind the journal's last entry");
    const found = `${Math.round(behindMs / 1000)} s behind the journal's last entry`;
    const mend = 'timedatectl set-ntp true';
    return behindMs > CLOCK_BEHIND_MS_FAILED ? failed(found, mend) : warning(found, mend);
  });
}

async function readLastAt(pool: Database['pool'], centre: string): Promise<number | undefined> {
  const found = await pool.query<{ found: string | null }>(
    `select to_regclass('public.journal')::text as found`,
  );
  if (typeof found.rows[0]?.found !== 'string') return undefined;
  const { rows } = await pool.query<{ at: number }>(
    'select at from public.journal where centre = $1 order by seq desc limit 1',
    [centre],
  );
  return rows[0]?.at;
}
