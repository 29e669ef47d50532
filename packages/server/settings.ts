import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { type CountryCode, isSupportedCountry } from 'libphonenumber-js/min';
import { isTimeZone } from './organisation/is-time-zone.ts';
import { isPrivateHost } from './webhooks/target-rule.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

export type LogLevel = (typeof LOG_LEVELS)[number];

/** What a centre runs with, every value checked. */
export interface Settings {
  /** Absolute. */
  readonly dataFolder: string;
  readonly host: string;
  /** 0 lets the system choose a free one. */
  readonly port: number;
  /** Absent means the embedded database in the data folder. Holds a password: never print it. */
  readonly databaseUrl: string | undefined;
  readonly centre: string;
  /** Of the IANA database. */
  readonly timeZone: string;
  readonly logLevel: LogLevel;
  /** ISO 3166-1. Absent means that telephone numbers are read with their country alone. */
  readonly region: CountryCode | undefined;
  /** As browsers write an origin; absent, it is the address that is called. */
  readonly publicUrl: string | undefined;
  /** Of the administrator who is made when there is none. */
  readonly adminEmail: string | undefined;
  /** Never print it. */
  readonly adminPassword: string | undefined;
  /** Requests a minute from an address that is not known to be anybody's; 0 for no limit. */
  readonly rateLimitAddress: number;
  /** Requests a minute of somebody who is known; 0 for no limit. */
  readonly rateLimitPrincipal: number;
  /** Addresses and networks of proxies that are believed whom they speak for; absent means none. */
  readonly trustProxy: readonly string[] | undefined;
  /** In base64. Absent means the one in the data folder. Never print it. */
  readonly secretKey: string | undefined;
  /** Names, addresses and networks. */
  readonly webhookPrivateHosts: readonly string[];
}

/** One setting, as the environment, the settings file and the reference page know it. */
export interface Setting<Key extends keyof Settings = keyof Settings> {
  /** The environment variable. */
  readonly name: string;
  /** The property in the settings file. */
  readonly key: Key;
  /** One sentence, sentence case, full stop. */
  readonly summary: string;
  /** What a valid value looks like, as an error says it. */
  readonly expected: string;
  /** As it would be typed; undefined where the setting may be absent. */
  readonly defaultText: string | undefined;
  /** What an error may show of a wrong value; default: all of it. */
  readonly shown?: (text: string) => string;
  /** Returns undefined when `text` is not valid. `folder` is what a relative path starts from. */
  readonly parse: (text: string, folder: string) => Settings[Key] | undefined;
}

export const DATA_FOLDER: Setting<'dataFolder'> = {
  name: 'RAPPORT_DATA',
  key: 'dataFolder',
  summary: 'Folder for everything that the centre keeps, the embedded database included.',
  expected: 'a path to a folder',
  defaultText: './rapport-data',
  parse: (text, folder) => (text.includes('\0') ? undefined : resolve(folder, text)),
};

const RATE = 'a whole number from 0 to 10000000';

/** Every setting. The table is also the source of `docs/reference/settings.md`. */
export const SETTINGS: readonly Setting[] = [
  DATA_FOLDER,
  {
    name: 'RAPPORT_HOST',
    key: 'host',
    summary: 'Address to listen on; 0.0.0.0 opens the centre to the network.',
    expected: 'an address or host name, such as 127.0.0.1',
    defaultText: '127.0.0.1',
    parse: (text) => (/^[A-Za-z0-9.:_-]+$/.test(text) ? text : undefined),
  },
  {
    name: 'RAPPORT_PORT',
    key: 'port',
    summary: 'Port to listen on; 0 takes any that is free.',
    expected: 'a whole number from 0 to 65535',
    defaultText: '7300',
    parse: (text) => (/^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined),
  },
  {
    name: 'DATABASE_URL',
    key: 'databaseUrl',
    summary: 'An external PostgreSQL, 15 or newer; without it the centre brings its own.',
    expected: 'an address such as postgresql://user:password@host:5432/database',
    defaultText: undefined,
    shown: schemeOnly,
    parse: (text) => (isDatabaseUrl(text) ? text : undefined),
  },
  {
    name: 'RAPPORT_CENTRE',
    key: 'centre',
    summary: 'Name of the centre in the database.',
    expected: 'a lower-case letter, then at most 39 lower-case letters, digits or hyphens',
    defaultText: 'main',
    parse: (text) => (/^[a-z][a-z0-9-]{0,39}$/.test(text) ? text : undefined),
  },
  {
    name: 'RAPPORT_TIME_ZONE',
    key: 'timeZone',
    summary:
      "Time zone by which the wallboard's day begins, until an administrator sets another one.",
    expected: 'a time zone of the IANA database, such as Europe/Berlin',
    defaultText: 'UTC',
    parse: (text) => (isTimeZone(text) ? text : undefined),
  },
  {
    name: 'RAPPORT_LOG_LEVEL',
    key: 'logLevel',
    summary: 'The least grave messages that are logged.',
    expected: `one of ${LOG_LEVELS.join(', ')}`,
    defaultText: 'info',
    parse: (text) => LOG_LEVELS.find((level) => level === text),
  },
  {
    name: 'RAPPORT_REGION',
    key: 'region',
    summary:
      'Country whose telephone numbers are read without their country code, until an administrator sets another one; without it none are.',
    expected: 'a country as ISO 3166-1 abbreviates it, such as DE',
    defaultText: undefined,
    parse: (text) => (isSupportedCountry(text) ? text : undefined),
  },
  {
    name: 'RAPPORT_PUBLIC_URL',
    key: 'publicUrl',
    summary:
      'The address at which browsers reach the centre; with https, cookies travel over HTTPS alone.',
    expected: 'an address without a path, such as https://desk.example.org',
    defaultText: undefined,
    parse: (text) => originIn(text),
  },
  {
    name: 'RAPPORT_ADMIN_EMAIL',
    key: 'adminEmail',
    summary:
      'With RAPPORT_ADMIN_PASSWORD, makes the first administrator of a centre that has none.',
    expected: 'an e-mail address',
    defaultText: undefined,
    parse: (text) => (/^[^\s@]+@[^\s@]+$/.test(text) ? text : undefined),
  },
  {
    name: 'RAPPORT_ADMIN_PASSWORD',
    key: 'adminPassword',
    summary: "The first administrator's password; have him change it.",
    expected: '12 to 128 characters',
    defaultText: undefined,
    shown: () => '(not shown)',
    parse: (text) => (text.length >= 12 && text.length <= 128 ? text : undefined),
  },
  {
    name: 'RAPPORT_RATE_LIMIT_ADDRESS',
    key: 'rateLimitAddress',
    summary: 'Requests a minute from one address without a valid session or key; 0 for no limit.',
    expected: RATE,
    defaultText: '3000',
    parse: rateOf,
  },
  {
    name: 'RAPPORT_RATE_LIMIT_PRINCIPAL',
    key: 'rateLimitPrincipal',
    summary: 'Requests a minute with one session or key; 0 for no limit.',
    expected: RATE,
    defaultText: '6000',
    parse: rateOf,
  },
  {
    name: 'RAPPORT_TRUST_PROXY',
    key: 'trustProxy',
    summary: 'Proxies whose X-Forwarded-For is believed.',
    expected: 'addresses or networks with commas between, such as 127.0.0.1,10.0.0.0/8',
    defaultText: undefined,
    parse: proxiesOf,
  },
  {
    name: 'RAPPORT_SECRET_KEY',
    key: 'secretKey',
    summary:
      'The one key that signs cookies and seals secrets in the database; without it, secret.key in the data folder.',
    expected: '32 bytes in base64, as from: openssl rand -base64 32',
    defaultText: undefined,
    shown: () => '(not shown)',
    parse: parseSecretKey,
  },
  {
    name: 'RAPPORT_WEBHOOK_PRIVATE_HOSTS',
    key: 'webhookPrivateHosts',
    summary: 'Private hosts that webhooks may go to, by http too.',
    expected: 'none, or host names, addresses and networks, such as crm.internal,10.1.0.0/16',
    defaultText: 'none',
    parse: (text) => {
      const hosts = text === 'none' ? [] : text.split(',').map((host) => host.trim());
      return hosts.every(isPrivateHost) ? hosts : undefined;
    },
  },
];

export const SECRET_KEY_BYTES = 32;

/** Returns the text when it is a key for secrets, else undefined. */
export function parseSecretKey(text: string): string | undefined {
  const isKey = Buffer.from(text, 'base64').length === SECRET_KEY_BYTES;
  return isKey && /^[A-Za-z0-9+/]+=?$/.test(text) ? text : undefined;
}

function rateOf(text: string): number | undefined {
  return /^\d{1,8}$/.test(text) && Number(text) <= 10_000_000 ? Number(text) : undefined;
}

function proxiesOf(text: string): readonly string[] | undefined {
  const proxies = text
    .split(',')
    .map((proxy) => proxy.trim())
    .filter((proxy) => proxy !== '');
  return proxies.length > 0 && proxies.every(isNetwork) ? proxies : undefined;
}

function isNetwork(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  if (prefix === undefined) return true;
  return /^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128);
}

/** Of an address only its scheme: what is taken for a host may be half of a password. */
function schemeOnly(text: string): string {
  return URL.canParse(text) ? `${new URL(text).protocol}…` : '(not an address)';
}

/** The origin of an address that is nothing more than one. */
function originIn(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, origin, href } = new URL(text);
  return /^https?:$/.test(protocol) && href === `${origin}/` ? origin : undefined;
}

function isDatabaseUrl(text: string): boolean {
  // `user@/database?host=/folder` names a socket; it is no URL to the parser, but usual.
  const address = text.replace('@/', '@socket/');
  return /^postgres(ql)?:$/.test(URL.canParse(address) ? new URL(address).protocol : '');
}
