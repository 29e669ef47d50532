import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSettings, SettingsError, unknownSettings } from './read-settings.ts';
import { SETTINGS } from './settings.ts';

const noFile = () => undefined;
const file = (text: string) => (path: string) => (path.endsWith('.json') ? text : undefined);

const messageOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    expect(error).toBeInstanceOf(SettingsError);
    return (error as SettingsError).message;
  }
  throw new Error('nothing was thrown');
};

describe('readSettings', () => {
  test('needs nothing: every setting has a default that works', () => {
    expect(readSettings({}, noFile)).toEqual({
      dataFolder: join(process.cwd(), 'rapport-data'),
      host: '127.0.0.1',
      port: 7300,
      databaseUrl: undefined,
      centre: 'main',
      timeZone: 'UTC',
      logLevel: 'info',
      rateLimitAddress: 3_000,
      rateLimitPrincipal: 6_000,
      trustProxy: undefined,
      secretKey: undefined,
      webhookPrivateHosts: [],
      publicUrl: undefined,
      adminEmail: undefined,
      adminPassword: undefined,
    });
  });

  test('prefers the environment to the file, and the file to the default', () => {
    const readFile = file('{ "port": 8000, "centre": "north" }');
    const settings = readSettings({ RAPPORT_PORT: '9000' }, readFile);
    expect(settings).toMatchObject({ port: 9000, centre: 'north', host: '127.0.0.1' });
  });

  test('takes a list of private hosts', () => {
    const text = 'crm.internal, 10.1.0.0/16,::1';
    expect(readSettings({ RAPPORT_WEBHOOK_PRIVATE_HOSTS: text }, noFile)).toMatchObject({
      webhookPrivateHosts: ['crm.internal', '10.1.0.0/16', '::1'],
    });
  });

  test('takes an empty variable for an absent one', () => {
    expect(readSettings({ RAPPORT_PORT: '', DATABASE_URL: '' }, noFile)).toMatchObject({
      port: 7300,
      databaseUrl: undefined,
    });
  });

  test('looks for the file in the data folder, else where RAPPORT_SETTINGS says', () => {
    const asked: string[] = [];
    const readFile = (path: string) => {
      asked.push(path);
      return '{}';
    };
    readSettings({ RAPPORT_DATA: '/srv/rapport' }, readFile);
    readSettings({ RAPPORT_SETTINGS: '/etc/rapport.json' }, readFile);
    expect(asked).toEqual(['/srv/rapport/settings.json', '/etc/rapport.json']);
  });

  test('takes a relative folder in the file as relative to the file', () => {
    const readFile = file('{ "dataFolder": "data" }');
    const { dataFolder } = readSettings({ RAPPORT_SETTINGS: '/etc/rapport/x.json' }, readFile);
    expect(dataFolder).toBe('/etc/rapport/data');
  });

  test.each([
    'postgresql://rapport:secret@db.example:5432/rapport',
    'postgres://db.example/rapport?sslmode=require',
    'postgresql://rapport@/rapport?host=/run/postgresql',
    'postgresql:///rapport?host=/run/postgresql&user=rapport',
  ])('takes the address %s', (databaseUrl) => {
    expect(readSettings({ DATABASE_URL: databaseUrl }, noFile)).toMatchObject({ databaseUrl });
  });
});

test('takes proxies as a list of addresses and networks', () => {
  const environment = { RAPPORT_TRUST_PROXY: '127.0.0.1, 10.0.0.0/8,::1' };
  const { trustProxy } = readSettings(environment, noFile);
  expect(trustProxy).toEqual(['127.0.0.1', '10.0.0.0/8', '::1']);
});

describe('a wrong setting is told in one line', () => {
  test.each([
    [{ RAPPORT_PORT: '65536' }, 'RAPPORT_PORT is "65536"; expected a whole number from 0 to 65535'],
    [{ RAPPORT_PORT: '80 80' }, 'RAPPORT_PORT is "80 80"; expected a whole number from 0 to 65535'],
    [{ RAPPORT_HOST: 'http://x' }, 'RAPPORT_HOST is "http://x"; expected an address or host name'],
    [{ RAPPORT_CENTRE: 'Main' }, 'RAPPORT_CENTRE is "Main"; expected a lower-case letter, then'],
    [{ RAPPORT_LOG_LEVEL: 'loud' }, 'RAPPORT_LOG_LEVEL is "loud"; expected one of fatal, error'],
    [{ RAPPORT_RATE_LIMIT_ADDRESS: '-1' }, 'RAPPORT_RATE_LIMIT_ADDRESS is "-1"; expected a whole'],
    [{ RAPPORT_TRUST_PROXY: 'nginx' }, 'RAPPORT_TRUST_PROXY is "nginx"; expected addresses or'],
    [{ RAPPORT_TRUST_PROXY: '10.0.0.0/33' }, 'RAPPORT_TRUST_PROXY is "10.0.0.0/33"; expected'],
    [{ RAPPORT_TRUST_PROXY: ',' }, 'RAPPORT_TRUST_PROXY is ","; expected addresses or networks'],
    [{ RAPPORT_SECRET_KEY: 'pw' }, 'RAPPORT_SECRET_KEY is "(not shown)"; expected 32 bytes'],
    [{ RAPPORT_WEBHOOK_PRIVATE_HOSTS: 'a b' }, 'RAPPORT_WEBHOOK_PRIVATE_HOSTS is "a b"; expected'],
    [{ DATABASE_URL: 'mysql://u:pw@h/d' }, 'DATABASE_URL is "mysql:…"; expected an address'],
    [{ DATABASE_URL: 'u:pw@h' }, 'DATABASE_URL is "u:…"; expected an address'],
    [{ RAPPORT_PUBLIC_URL: 'desk.org' }, 'RAPPORT_PUBLIC_URL is "desk.org"; expected an address'],
    [{ RAPPORT_PUBLIC_URL: 'https://desk.org/x' }, 'RAPPORT_PUBLIC_URL is "https://desk.org/x"; e'],
    [{ RAPPORT_ADMIN_EMAIL: 'ann' }, 'RAPPORT_ADMIN_EMAIL is "ann"; expected an e-mail address'],
    [{ RAPPORT_ADMIN_PASSWORD: 'pw' }, 'RAPPORT_ADMIN_PASSWORD is "(not shown)"; expected 12 to'],
    [{ RAPPORT_ADMIN_EMAIL: 'a@b' }, 'RAPPORT_ADMIN_EMAIL and RAPPORT_ADMIN_PASSWORD go together'],
    [{ DATABASE_URL: 'pw' }, 'DATABASE_URL is "(not an address)"; expected an address such as'],
  ])('%j', (environment, start) => {
    const message = messageOf(() => readSettings(environment, noFile));
    expect(message.startsWith(start)).toBe(true);
    expect(message).not.toContain('\n');
    expect(message).not.toContain('pw');
  });

  test.each([
    ['{ "port": "many" }', '"port" is "many"; expected a whole number'],
    ['{ "port": true }', '"port" is "true"; expected a whole number'],
    ['{ "prot": 1 }', 'there is no setting "prot"; the settings are dataFolder, host, port'],
    ['[]', 'must hold one JSON object'],
    ['{ "databaseUrl": "postgres://u:pw@h/d",\n !', 'is not valid JSON (line 2)'],
    ['{ "dataFolder": "x" }', '"dataFolder" has no meaning in a file inside the data folder'],
  ])('the file %s', (text, part) => {
    const message = messageOf(() => readSettings({ RAPPORT_DATA: '/srv' }, file(text)));
    expect(message).toContain(`/srv/settings.json`);
    expect(message).toContain(part);
    expect(message).not.toContain('pw');
  });

  test('a file that is named must exist', () => {
    const environment = { RAPPORT_SETTINGS: '/etc/none.json' };
    expect(messageOf(() => readSettings(environment, noFile))).toBe(
      'RAPPORT_SETTINGS names /etc/none.json, which does not exist; expected a JSON file',
    );
  });
});

describe('the table of settings', () => {
  test('names each setting once, and its defaults are valid', () => {
    expect(new Set(SETTINGS.map(({ name }) => name)).size).toBe(SETTINGS.length);
    for (const { defaultText, parse } of SETTINGS) {
      if (defaultText !== undefined) expect(parse(defaultText, '/')).toBeDefined();
    }
  });

  test('finds variables that look like settings and are none', () => {
    const environment = { RAPPORT_PROT: '1', RAPPORT_PORT: '1', RAPPORT_SETTINGS: 'x', HOME: '/' };
    expect(unknownSettings(environment)).toEqual(['RAPPORT_PROT']);
  });
});
