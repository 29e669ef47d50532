import { type Kysely, type Selectable, sql } from 'kysely';
import type { DivisionTable, SiteTable, TeamTable } from '../store/organisation-tables.ts';
import type { Tables } from '../store/tables.ts';

export type Part = 'division' | 'site' | 'team';

export function divisionState({ name }: Selectable<DivisionTable>) {
  return { name };
}

export function siteState({ name, time_zone, region }: Selectable<SiteTable>) {
  return { name, timeZone: time_zone, ...(region !== null && { region }) };
}

export function teamState({ name, division_id, site_id }: Selectable<TeamTable>) {
  return {
    name,
    ...(division_id !== null && { divisionId: division_id }),
    ...(site_id !== null && { siteId: site_id }),
  };
}

/** A row of any of the three: each state takes the columns of its own. */
type PartRow = Selectable<DivisionTable & SiteTable & TeamTable>;

/** How a part stands, in the fields of the API, and will until the transaction ends; null without one. */
export async function partState(
  db: Kysely<Tables>,
  { centre, part, id }: { readonly centre: string; readonly part: Part; readonly id: string },
): Promise<object | null> {
  const { rows } = await sql<PartRow>`
    select * from ${sql.table(part)} where centre = ${centre} and id = ${id} for update`.execute(
    db,
  );
  const [row] = rows;
  if (row === undefined) return null;
  if (part === 'division') return divisionState(row);
  return part === 'site' ? siteState(row) : teamState(row);
}
