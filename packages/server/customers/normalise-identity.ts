import { domainToASCII } from 'node:url';
import type { Result } from '@rapport/core';
import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** An identity as somebody wrote it; `region` is the country of a national number. */
interface Identity {
  readonly kind: 'email' | 'phone' | 'handle';
  readonly value: string;
  readonly region?: string;
}

/** An identity in the one form in which it is kept and found. */
export interface KnownBy {
  readonly kind: Identity['kind'];
  readonly piiValue: string;
}

const LOCAL_BYTES_MAX = 64;
const EMAIL_LENGTH_MAX = 254;
const DOMAIN = /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;
/** Visible characters: no spaces, controls, invisible marks or halves of characters. */
const LOCAL = /^[^\s\p{C}@"(),:;<>[\]\\]+$/u;
const HANDLE =
  /^(?<network>[A-Za-z][A-Za-z0-9-]{0,30}):\s*(?<name>[^\s\p{C}](?:[^\p{C}]{0,148}[^\s\p{C}])?)$/u;

/**
 * The form in which an identity is kept, or what was expected of it. E-mail loses its case, a
 * telephone number gets its country: that of the identity, else `region`. What is normal already
 * comes back unchanged.
 */
export function normaliseIdentity(
  { kind, value, region: ownRegion }: Identity,
  region: string | undefined,
): Result<KnownBy, string> {
  const text = value.trim().normalize('NFC');
  const piiValue = NORMALISE[kind](text, ownRegion ?? region);
  return piiValue === undefined
    ? { ok: false, refusal: EXPECTED[kind] }
    : { ok: true, value: { kind, piiValue } };
}

const NORMALISE: Readonly<
  Record<Identity['kind'], (text: string, region: string | undefined) => string | undefined>
> = { email: normaliseEmail, phone: normalisePhone, handle: normaliseHandle };

const EXPECTED: Readonly<Record<Identity['kind'], string>> = {
  email: 'an e-mail address, such as ann@example.org',
  phone: 'a telephone number with its country, such as +49 30 123456, or one with its region',
  handle: 'a network and a name there, such as whatsapp:4930123456',
};

function normaliseEmail(text: string): string | undefined {
  const at = text.lastIndexOf('@');
  const local = text.slice(0, Math.max(at, 0)).toLowerCase().normalize('NFC');
  const domain = domainToASCII(text.slice(at + 1)).replace(/\.$/, '');
  const isFit =
    LOCAL.test(local) && Buffer.byteLength(local) <= LOCAL_BYTES_MAX && DOMAIN.test(domain);
  const address = `${local}@${domain}`;
  return isFit && address.length <= EMAIL_LENGTH_MAX ? address : undefined;
}

/** Numbers that could be dialled count: plans change, and whoever calls has a number. */
function normalisePhone(text: string, region: string | undefined): string | undefined {
  const number = parsePhoneNumberFromString(text, {
    // The schema and the settings have checked its form; an unknown one reads as none.
    ...(region !== undefined && { defaultCountry: region as CountryCode }),
    extract: false,
  });
  // An extension would be lost, and with it who it is.
  if (number?.isPossible() !== true || number.ext !== undefined) return undefined;
  return number.number;
}

/** The network without case; the name as its network writes it. */
function normaliseHandle(text: string): string | undefined {
  const { network, name } = HANDLE.exec(text)?.groups ?? {};
  if (network === undefined || name === undefined) return undefined;
  return `${network.toLowerCase()}:${name}`;
}
