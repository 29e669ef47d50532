import type { ServiceFacts } from '@rapport/core';
import type { Kysely } from 'kysely';
import type { Host } from '../host/host.ts';
import type { Tables } from '../store/tables.ts';

/** How long the first agreement of all may go unnoticed that another process made. */
const REMEMBERED_MS = 2_500;

/** Whether a desk has agreements, as far as is known; once it has, it always will. */
const knownOf = new WeakMap<Pick<Host, 'ask'>, { hasAny: boolean; askedAt: number }>();

interface ServiceRooms {
  readonly db: Kysely<Tables>;
  readonly centre: string;
  readonly host: Pick<Host, 'ask'>;
}

/** What is said of an arriving item by whoever brings it. */
interface Said {
  readonly customerId?: string;
  readonly divisionId?: string | undefined;
  readonly caseType?: string | undefined;
}

/**
 * By what agreements are looked for when an item of this customer comes in. A centre without any agreement
 * is not asked about its customers: nothing then.
 *
 * Cost: one index read.
 */
export async function serviceOf(
  { db, centre, host }: ServiceRooms,
  { customerId, divisionId, caseType }: Said,
): Promise<{ readonly service?: ServiceFacts }> {
  if (!(await hasAgreements(host))) return {};
  const owner = customerId === undefined ? {} : await ownerOf({ db, centre }, customerId);
  return {
    service: {
      ...owner,
      ...(divisionId !== undefined && { divisionId }),
      ...(caseType !== undefined && { caseType }),
    },
  };
}

async function ownerOf(
  { db, centre }: Omit<ServiceRooms, 'host'>,
  customerId: string,
): Promise<Pick<ServiceFacts, 'accountId' | 'tier'>> {
  const row = await db
    .selectFrom('customer as c')
    .leftJoin('account as a', (join) =>
      join.onRef('a.centre', '=', 'c.centre').onRef('a.id', '=', 'c.account_id'),
    )
    .select(['c.account_id', 'c.tier', 'a.tier as account_tier'])
    .where('c.centre', '=', centre)
    .where('c.id', '=', customerId)
    .executeTakeFirst();
  const tier = row?.tier ?? row?.account_tier ?? undefined;
  const accountId = row?.account_id ?? undefined;
  return {
    ...(accountId !== undefined && { accountId }),
    ...(tier !== undefined && { tier }),
  };
}

/** Lets an agreement that was made here count at once. */
export function noteAgreement(host: Pick<Host, 'ask'>): void {
  knownOf.set(host, { hasAny: true, askedAt: Date.now() });
}

async function hasAgreements(host: Pick<Host, 'ask'>): Promise<boolean> {
  const known = knownOf.get(host);
  const isFresh = known !== undefined && known.askedAt + REMEMBERED_MS > Date.now();
  if (known !== undefined && (known.hasAny || isFresh)) return known.hasAny;
  const hasAny = await host.ask(({ agreements }) => agreements.size > 0);
  knownOf.set(host, { hasAny, askedAt: Date.now() });
  return hasAny;
}
