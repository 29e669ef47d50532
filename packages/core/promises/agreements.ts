import { type Channel, isSynchronous } from '../channel.ts';
import type { Desk } from '../desk.ts';
import { type AgreementId, asId, type PromiseId } from '../id.ts';
import type { Instant } from '../time.ts';
import type { Agreed, AgreementTerm, Served, ServiceFacts } from './agreement-messages.ts';
import type { AgreementRecord, AgreementVersion } from './agreement-record.ts';

/** The promise that is made by a term, counted from 1 in the order in which they were given. */
export function promiseIdOf(agreementId: AgreementId, version: number, place: number): PromiseId {
  return asId<'promise'>(`${agreementId}@${version}/${place}`);
}

/**
 * How narrow a term is: the case type counts most, then the tier, the priority (the higher the narrower), a
 * channel, and a kind of channels. Two terms of one version are equal here only where they name the same
 * things, which is refused where that could be of the same items.
 */
export function specificityOf({ caseType, tier, minPriority, channel }: AgreementTerm): number {
  const kindOnly = channel === 'synchronous' || channel === 'asynchronous';
  const byChannel = channel === undefined ? 0 : kindOnly ? 1 : 2;
  // From -10 to 10 in steps of 0.01: 0 stands for none.
  const byPriority = minPriority === undefined ? 0 : 1 + Math.round((minPriority + 10) * 100);
  return (
    (caseType === undefined ? 0 : 40_000) +
    (tier === undefined ? 0 : 20_000) +
    byPriority * 3 +
    byChannel
  );
}

/** Whom an agreement serves, as a text of its own. */
export function servedKey({ accountId, divisionId }: Served): string {
  if (accountId !== undefined) return `account ${accountId}`;
  return divisionId === undefined ? 'everybody' : `division ${divisionId}`;
}

/** What an arriving item is, as far as agreements look at it. */
interface Arriving {
  readonly channel: Channel;
  readonly priority: number;
  readonly service: ServiceFacts;
}

/**
 * The promise that agreements make for an item which comes in at `at`: by the agreement with its account, else
 * by that of its division, else by the one that serves everybody; in each by the version in force, and
 * there by the most specific term that fits. Undefined where none fits.
 *
 * Cost: O(versions and terms of these three).
 */
export function agreedPromise(
  desk: Desk,
  arriving: Arriving,
  at: Instant,
): { readonly promiseId: PromiseId; readonly agreed: Agreed } | undefined {
  const { accountId, divisionId } = arriving.service;
  const served: readonly (Served | undefined)[] = [
    accountId === undefined ? undefined : { accountId },
    divisionId === undefined ? undefined : { divisionId },
    {},
  ];
  for (const each of served) {
    const agreement = each && desk.agreementsByServed.get(servedKey(each));
    const version = agreement && versionAt(agreement, at);
    const found = version?.terms.find(({ term }) => fits(term, arriving));
    if (agreement === undefined || version === undefined || found === undefined) continue;
    const agreed = { agreementId: agreement.id, version: version.version };
    return { promiseId: found.promiseId, agreed };
  }
  return undefined;
}

/** The version in force: of those that hold by then, the one that came into force last. */
export function versionAt(
  { versions }: AgreementRecord,
  at: Instant,
): AgreementVersion | undefined {
  let inForce: AgreementVersion | undefined;
  for (const version of versions) {
    if (version.holdsFromAt > at) continue;
    if (inForce === undefined || version.holdsFromAt >= inForce.holdsFromAt) inForce = version;
  }
  return inForce;
}

function fits(term: AgreementTerm, { channel, priority, service }: Arriving): boolean {
  if (term.caseType !== undefined && term.caseType !== service.caseType) return false;
  if (term.tier !== undefined && term.tier !== service.tier) return false;
  if (term.minPriority !== undefined && priority < term.minPriority) return false;
  if (term.channel === 'synchronous') return isSynchronous(channel);
  if (term.channel === 'asynchronous') return !isSynchronous(channel);
  return term.channel === undefined || term.channel === channel;
}
