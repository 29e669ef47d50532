import type { Result } from '@rapport/core';
import {
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';
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

/** A number that a centre calls, in the form in which it is kept; or what was expected of it. */
export function calledNumber(text: string, terms: CallingTerms): Result<string, string> {
  const codes = callingCodes(terms);
  if (codes.length === 0) return refused('none: this centre calls nobody back');
  const known = normaliseIdentity({ kind: 'phone', value: text }, terms.region);
  if (!known.ok) return refused('a telephone number with its country, such as +49 30 123456');
  const { piiValue } = known.value;
  const number = parsePhoneNumberFromString(piiValue);
  if (number !== undefined && codes.includes(number.countryCallingCode)) {
    return { ok: true, value: piiValue };
  }
  const ours = codes.map((code) => `+${code}`).join(', ');
  return refused(`a number of a country that this centre calls: ${ours}`);
}

function refused(expected: string): Result<never, string> {
  return { ok: false, refusal: expected };
}
