import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DATA_FOLDER, type Setting, type Settings, SETTINGS } from './settings.ts';

/** Names the optional settings file. Only the environment can set it. */
export const SETTINGS_FILE_VARIABLE = 'RAPPORT_SETTINGS';

// RAPPORT_DEBUG is the command line's, which reads it before there are settings.
const OTHER_VARIABLES = [SETTINGS_FILE_VARIABLE, 'RAPPORT_DEBUG'];

/** A setting is wrong. The message is one line: which setting, what was found, what is expected. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  readonly code = 'settings-invalid';
  readonly retryable = false;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Returns the text of a file, or undefined when there is no such file. */
export type ReadFile = (path: string) => string | undefined;

/**
 * Reads the settings: the environment, else the settings file, else the default. An empty
 * environment variable counts as absent, because that is how compose files leave one out.
 *
 * Relative paths start from the working directory; in the file, from the file's folder.
 * @throws {SettingsError} a value is not valid, or the file is not.
 */
export function readSettings(
  environment: Environment,
  readFile: ReadFile = readIfPresent,
): Settings {
  const file = readSettingsFile(environment, readFile);
  const value = <Key extends keyof Settings>(key: Key) => valueOf(key, environment, file);
  if ((value('adminEmail') === undefined) !== (value('adminPassword') === undefined)) {
    throw new SettingsError('RAPPORT_ADMIN_EMAIL and RAPPORT_ADMIN_PASSWORD go together');
  }
  return {
    dataFolder: value('dataFolder'),
    host: value('host'),
    port: value('port'),
    databaseUrl: value('databaseUrl'),
    centre: value('centre'),
    timeZone: value('timeZone'),
    logLevel: value('logLevel'),
    region: value('region'),
    publicUrl: value('publicUrl'),
    adminEmail: value('adminEmail'),
    adminPassword: value('adminPassword'),
    rateLimitAddress: value('rateLimitAddress'),
    rateLimitPrincipal: value('rateLimitPrincipal'),
    trustProxy: value('trustProxy'),
    secretKey: value('secretKey'),
    webhookPrivateHosts: value('webhookPrivateHosts'),
  };
}

/** Environment variables that look like settings and are none, so probably misspelt. */
export function unknownSettings(environment: Environment): readonly string[] {
  const known = new Set([...OTHER_VARIABLES, ...SETTINGS.map((setting) => setting.name)]);
  return Object.keys(environment).filter((name) => name.startsWith('RAPPORT_') && !known.has(name));
}

interface SettingsFile {
  readonly path: string;
  readonly values: Readonly<Record<string, unknown>>;
}

function readSettingsFile(environment: Environment, readFile: ReadFile): SettingsFile | undefined {
  const named = environment[SETTINGS_FILE_VARIABLE];
  const path =
    named === undefined || named === ''
      ? join(valueOf('dataFolder', environment, undefined), 'settings.json')
      : resolve(named);
  const text = readFile(path);
  if (text === undefined) {
    if (named === undefined || named === '') return undefined;
    throw new SettingsError(
      `${SETTINGS_FILE_VARIABLE} names ${path}, which does not exist; expected a JSON file`,
    );
  }
  const file = { path, values: parseSettingsFile(path, text) };
  refuseUnknownKeys(file);
  if (named === undefined && file.values[DATA_FOLDER.key] !== undefined) {
    throw new SettingsError(
      `${path}: "dataFolder" has no meaning in a file inside the data folder; ` +
        `set ${DATA_FOLDER.name}, or name the file in ${SETTINGS_FILE_VARIABLE}`,
    );
  }
  return file;
}

function parseSettingsFile(path: string, text: string): Readonly<Record<string, unknown>> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    // The parser's own message quotes the text around the mistake, which may be a password.
    throw new SettingsError(`${path} is not valid JSON${placeOf(error, text)}`);
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw new SettingsError(`${path} must hold one JSON object, such as { "port": 7300 }`);
  }
  return parsed as Readonly<Record<string, unknown>>;
}

function placeOf(error: unknown, text: string): string {
  const position = /at position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  if (position === undefined) return '';
  return ` (line ${text.slice(0, Number(position)).split('\n').length})`;
}

function refuseUnknownKeys(file: SettingsFile): void {
  const known = SETTINGS.map((setting) => setting.key);
  const unknown = Object.keys(file.values).find((key) => !known.some((name) => name === key));
  if (unknown === undefined) return;
  throw new SettingsError(
    `${file.path}: there is no setting "${unknown}"; the settings are ${known.join(', ')}`,
  );
}

function valueOf<Key extends keyof Settings>(
  key: Key,
  environment: Environment,
  file: SettingsFile | undefined,
): Settings[Key] {
  const setting = settingOf(key);
  const fromEnvironment = environment[setting.name];
  if (fromEnvironment !== undefined && fromEnvironment !== '') {
    return parsed(setting, fromEnvironment, setting.name, process.cwd());
  }
  const fromFile = file?.values[key];
  if (file !== undefined && fromFile !== undefined) {
    const isPlain = typeof fromFile === 'string' || typeof fromFile === 'number';
    const text = isPlain ? String(fromFile) : JSON.stringify(fromFile);
    return parsed(setting, text, `${file.path}: "${key}"`, dirname(file.path));
  }
  // A setting without a default is typed as possibly undefined.
  if (setting.defaultText === undefined) return undefined as Settings[Key];
  return parsed(setting, setting.defaultText, setting.name, process.cwd());
}

function settingOf<Key extends keyof Settings>(key: Key): Setting<Key> {
  const found = SETTINGS.find((setting): setting is Setting<Key> => setting.key === key);
  if (found === undefined) throw new Error(`the table of settings lacks ${key}`);
  return found;
}

function parsed<Key extends keyof Settings>(
  setting: Setting<Key>,
  text: string,
  place: string,
  folder: string,
): Settings[Key] {
  const value = setting.parse(text, folder);
  if (value !== undefined) return value;
  const shown = setting.shown?.(text) ?? text;
  throw new SettingsError(`${place} is ${JSON.stringify(shown)}; expected ${setting.expected}`);
}

function readIfPresent(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new SettingsError(`the settings file ${path} cannot be read`, { cause });
  }
}
