import type { Role } from '@rapport/protocol';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../store/tables.ts';

/** People of a centre with the teams that they lead, by id. */
export function peopleRows(db: Kysely<Tables>, centre: string) {
  return db
    .selectFrom('person as p')
    .select(['p.id', 'p.pii_name', 'p.pii_email', 'p.agent_id', 'p.user_id', 'p.disabled_at'])
    .select(sql<Role[]>`p.roles`.as('roles'))
    .select((build) =>
      build
        .selectFrom('led_team as l')
        .select(sql<string[] | null>`array_agg(l.team_id order by l.team_id)`.as('ids'))
        .whereRef('l.centre', '=', 'p.centre')
        .whereRef('l.person_id', '=', 'p.id')
        .as('led_team_ids'),
    )
    .where('p.centre', '=', centre)
    .orderBy('p.id');
}
