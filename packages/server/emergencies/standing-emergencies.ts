import type { Desk, Emergency } from '@rapport/core';
import type { EmergenciesState } from '@rapport/protocol';
import type { Kysely } from 'kysely';
import type { Host } from '../host/host.ts';
import type { Tables } from '../store/tables.ts';

/** Who is asked what stands. */
export interface EmergencyRooms {
  readonly db: Kysely<Tables>;
  readonly centre: string;
  readonly host: Pick<Host, 'ask'>;
  readonly now: () => number;
}

/**
 * The emergencies that stand now, the one for everything first and the others by skill, with who answers for each;
 * and the outage that is suspected.
 */
export async function standingEmergencies(rooms: EmergencyRooms): Promise<EmergenciesState> {
  const now = rooms.now();
  const { standing, outage } = await rooms.host.ask((desk) => ({
    standing: standingAt(desk, now),
    outage: outageIn(desk),
  }));
  const names = await namesOf(rooms, standing);
  const items = standing.map(({ reason, skill, since, untilAt, declaredBy }) => {
    const piiDeclaredByName = names.get(declaredBy);
    return {
      reason,
      ...(skill !== undefined && { skill }),
      since,
      untilAt,
      declaredBy,
      ...(piiDeclaredByName !== undefined && { piiDeclaredByName }),
    };
  });
  return { items, ...(outage && { outage }) };
}

function outageIn({ outage }: Desk): EmergenciesState['outage'] {
  const { sinceAt, misses } = outage;
  return sinceAt === undefined ? undefined : { since: sinceAt, agentCount: misses.size };
}

function standingAt({ emergencies }: Desk, at: number): readonly Emergency[] {
  const standing = [...emergencies.values()].filter(({ untilAt }) => untilAt > at);
  return standing.toSorted(({ skill: a = '' }, { skill: b = '' }) => (a < b ? -1 : 1));
}

async function namesOf(
  { db, centre }: EmergencyRooms,
  standing: readonly Emergency[],
): Promise<ReadonlyMap<string, string>> {
  if (standing.length === 0) return new Map();
  const ids = [...new Set(standing.map(({ declaredBy }) => declaredBy))];
  const rows = await db
    .selectFrom('person')
    .select(['id', 'pii_name'])
    .where('centre', '=', centre)
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, pii_name }) => [id, pii_name]));
}
