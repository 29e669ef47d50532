import { type DestinationStream, type Logger, pino } from 'pino';
import { faultForLog } from './logs/fault-for-log.ts';
import type { Settings } from './settings.ts';

/**
 * Writes one JSON line a message, to standard error when nothing else is said, from the level that
 * the settings name. Faults are told without what people wrote.
 */
export function createLogger(
  { logLevel }: Pick<Settings, 'logLevel'>,
  destination: DestinationStream = pino.destination(2),
): Logger {
  return pino({ level: logLevel, serializers: { err: faultForLog } }, destination);
}
