import { type Logger, pino } from 'pino';
import type { Settings } from './settings.ts';

/** Writes one JSON line a message to standard error, from the level that the settings name. */
export function createLogger({ logLevel }: Pick<Settings, 'logLevel'>): Logger {
  return pino({ level: logLevel }, pino.destination(2));
}
