import { isDeepStrictEqual } from 'node:util';
import type { DeskEvent } from '../messages.ts';
import type { AgreementDefined, AgreementTerm, Served } from '../promises/agreement-messages.ts';
import type { Instant } from '../time.ts';
import type { WorkReceived } from '../work/work-messages.ts';
import { creditFaults } from './oracle-credits.ts';
import type { Model } from './oracle-records.ts';

/**
 * An item has the promise that the agreements in force make for it, else the one that was named; and the credit of
 * its customer.
 */
export function promiseFaults(model: Model, event: DeskEvent, at: Instant): readonly string[] {
  const wrong = creditFaults(model, event, at);
  return event.type === 'work-received' ? [...wrong, ...agreedFaults(model, event, at)] : wrong;
}

function agreedFaults(model: Model, event: WorkReceived, at: Instant): readonly string[] {
  const { workId, promiseId, agreed, namedPromiseId } = event;
  const expected = event.service === undefined ? undefined : agreedFor(model, event, at);
  if (expected === undefined) {
    const isNamed = agreed === undefined && namedPromiseId === undefined;
    return isNamed ? [] : [`${workId} came in under ${promiseId}, which no agreement makes for it`];
  }
  const told = { promiseId, agreed };
  if (isDeepStrictEqual(told, expected)) return [];
  return [`${workId} came in under ${JSON.stringify(told)} instead of ${JSON.stringify(expected)}`];
}

function agreedFor(model: Model, event: WorkReceived, at: Instant): object | undefined {
  for (const isServed of [
    ({ accountId }: Served) => accountId !== undefined && accountId === event.service?.accountId,
    ({ accountId, divisionId }: Served) =>
      accountId === undefined &&
      divisionId !== undefined &&
      divisionId === event.service?.divisionId,
    ({ accountId, divisionId }: Served) => accountId === undefined && divisionId === undefined,
  ]) {
    const holding = model.agreements.filter(
      ({ serves, holdsFromAt }) => isServed(serves) && holdsFromAt <= at,
    );
    const [inForce] = holding.toSorted(
      (a, b) => b.holdsFromAt - a.holdsFromAt || b.version - a.version,
    );
    const place = inForce === undefined ? -1 : bestPlace(inForce, event);
    if (inForce === undefined || place === -1) continue;
    const { agreementId, version } = inForce;
    const promiseId = `${agreementId}@${version}/${place + 1}`;
    return { promiseId, agreed: { agreementId, version } };
  }
  return undefined;
}

/** Where the narrowest of the terms stands that are met; -1 where none is. */
function bestPlace({ terms }: AgreementDefined, event: WorkReceived): number {
  const met = terms.filter((term) => isMet(term, event));
  const narrowness = (term: AgreementTerm): readonly number[] => [
    term.caseType === undefined ? 0 : 1,
    term.tier === undefined ? 0 : 1,
    term.minPriority ?? -11,
    term.channel === event.channel ? 2 : term.channel === undefined ? 0 : 1,
  ];
  const [best] = met.toSorted((a, b) => {
    const [ofA, ofB] = [narrowness(a), narrowness(b)];
    const index = ofA.findIndex((value, place) => value !== ofB[place]);
    return index === -1 ? 0 : (ofB[index] ?? 0) - (ofA[index] ?? 0);
  });
  return best === undefined ? -1 : terms.indexOf(best);
}

const LIVE = ['phone', 'video', 'chat', 'walk-up'];

function isMet(term: AgreementTerm, { channel, priority = 0, service }: WorkReceived): boolean {
  const kind = LIVE.includes(channel) ? 'synchronous' : 'asynchronous';
  return (
    [undefined, channel, kind].includes(term.channel) &&
    [undefined, service?.tier].includes(term.tier) &&
    [undefined, service?.caseType].includes(term.caseType) &&
    priority >= (term.minPriority ?? -10)
  );
}
