import type { Result } from '@rapport/core';
import {
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
  type PhoneNumber,
} from 'libphonenumber-js/max';
import { normaliseIdentity } from '../customers/normalise-identity.ts';

/** Of the settings of a centre, what says whom it calls. */
export interface CallingTerms {
  /** In which numbers without their country are read. */
  readonly region?: string | undefined;
  /** What administrators have set. */
  readonly callingCodes?: readonly string[] | undefined;
}

/** The calling codes of the countries whose numbers a centre calls: what is set, else that of its own region. */
export function callingCodes({ region, callingCodes: own }: CallingTerms): readonly string[] {
  if (own !== undefined) return own;
  return region !== undefined && isSupportedCountry(region) ? [getCountryCallingCode(region)] : [];
}

/**
 * What is called: whoever is reached at it pays no more than others, nor is paid for it. Services are not, which
 * anybody could have called at the centre's cost; nor is what belongs to no plan that is known, such as enquiries.
 */
const CALLED_TYPES: ReadonlySet<string | undefined> = new Set([
  ...['FIXED_LINE', 'MOBILE', 'FIXED_LINE_OR_MOBILE', 'VOIP', 'UAN', 'TOLL_FREE'],
]);

/** A number that a centre calls, in the form in which it is kept; or what was expected of it. */
export function calledNumber(text: string, terms: CallingTerms): Result<string, string> {
  const codes = callingCodes(terms);
  if (codes.length === 0) return refused('none: this centre calls nobody back');
  const known = normaliseIdentity({ kind: 'phone', value: text }, terms.region);
  if (!known.ok) return refused('a telephone number with its country, such as +49 30 123456');
  const { piiValue } = known.value;
  const number = parsePhoneNumberFromString(piiValue);
  if (number === undefined || !isOfCountry(number, terms)) {
    const ours = codes.map((code) => `+${code}`).join(', ');
    return refused(`a number of a country that this centre calls: ${ours}`);
  }
  return CALLED_TYPES.has(number.getType())
    ? { ok: true, value: piiValue }
    : refused('a number of a line or a mobile, which costs what calls there usually cost');
}

/** Several countries may have one code: of the centre's own only its own is meant, unless it is set. */
function isOfCountry(
  { country, countryCallingCode }: PhoneNumber,
  { region, callingCodes: own }: CallingTerms,
): boolean {
  return own === undefined ? country === region : own.includes(countryCallingCode);
}

function refused(expected: string): Result<never, string> {
  return { ok: false, refusal: expected };
}
