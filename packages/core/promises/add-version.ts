import type { Desk } from '../desk.ts';
import type { AgreementDefined } from './agreement-messages.ts';
import type { Instant } from '../time.ts';
import { promiseIdOf, servedKey, specificityOf } from './agreements.ts';

/** Makes a version part of its agreement. Its promises come after it. */
export function addVersion(
  desk: Desk,
  {
    agreementId: id,
    version,
    serves,
    agreedBy,
    agreedWith,
    agreedAt,
    holdsFromAt,
    terms: given,
  }: Omit<AgreementDefined, 'type' | 'v'> & { readonly agreedAt: Instant },
): void {
  const terms = given.map((term, index) => ({
    term,
    promiseId: promiseIdOf(id, version, index + 1),
  }));
  terms.sort((a, b) => specificityOf(b.term) - specificityOf(a.term));
  const agreement = desk.agreements.get(id) ?? { id, serves, versions: [] };
  agreement.versions.push({ version, agreedBy, agreedWith, agreedAt, holdsFromAt, terms });
  desk.agreements.set(id, agreement);
  desk.agreementsByServed.set(servedKey(serves), agreement);
}
