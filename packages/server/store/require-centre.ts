import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** No centre of this name was ever served from this database. */
export class CentreUnknown extends Error {
  override readonly name = 'CentreUnknown';
  readonly code = 'centre-unknown';
  readonly retryable = false;

  constructor(centre: string, known: readonly string[]) {
    const others = known.length === 0 ? 'there is none yet' : `there is ${known.join(', ')}`;
    super(`there is no centre ${centre} in this database; ${others} (RAPPORT_CENTRE names one)`);
  }
}

/** @throws {CentreUnknown} a name was mistyped, or the centre was never opened. */
export async function requireCentre(db: Kysely<Tables>, centre: string): Promise<void> {
  const rows = await db.selectFrom('lease').select('centre').orderBy('centre').execute();
  const known = rows.map((row) => row.centre);
  if (!known.includes(centre)) throw new CentreUnknown(centre, known);
}
