import { isIP } from 'node:net';
import { join } from 'node:path';
import { readSettings, type Settings } from '@rapport/server';

export interface DemoRequest {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly port: number | undefined;
}

/** The demo was asked to listen where others could reach it. */
export class NotLoopback extends Error {
  override readonly name = 'NotLoopback';
  readonly code = 'not-loopback';

  constructor(host: string) {
    super(
      `the demo centre shows its passwords to whoever opens it, so it listens on this machine alone, ` +
        `not on ${host}; leave RAPPORT_HOST out, or start the empty product with: npm start -- --no-demo`,
    );
  }
}

/**
 * The settings of the demo: its own folder inside the data folder, its own database, this machine's
 * time zone, warnings alone in the log. What is not safe for a demo does not count for it.
 *
 * @throws {NotLoopback} the host that was asked for can be reached from elsewhere.
 * @throws {SettingsError} a setting is wrong.
 */
export function demoSettings({ environment, port }: DemoRequest): Settings {
  const { dataFolder } = readSettings({ RAPPORT_DATA: environment['RAPPORT_DATA'] });
  const settings = readSettings({
    RAPPORT_DATA: join(dataFolder, 'demo'),
    RAPPORT_HOST: environment['RAPPORT_HOST'],
    RAPPORT_PORT: port === undefined ? environment['RAPPORT_PORT'] : String(port),
    RAPPORT_LOG_LEVEL: environment['RAPPORT_LOG_LEVEL'] ?? 'warn',
    RAPPORT_TIME_ZONE:
      environment['RAPPORT_TIME_ZONE'] ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    RAPPORT_REGION: environment['RAPPORT_REGION'] ?? 'DE',
  });
  if (!isLoopback(settings.host)) throw new NotLoopback(settings.host);
  return { ...settings, databaseUrl: undefined, publicUrl: undefined, trustProxy: undefined };
}

/** Whether what listens there can be reached from this machine alone. */
function isLoopback(host: string): boolean {
  if (host === 'localhost' || host === '::1') return true;
  return isIP(host) === 4 && host.startsWith('127.');
}
