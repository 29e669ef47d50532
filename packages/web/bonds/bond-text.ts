import type { RouteAnswer } from '@rapport/protocol';
import { locale } from '../words/words.ts';
import { say } from './words/words.ts';

export type Bond = RouteAnswer<'getBond'>;
export type Declared = Bond['declarations'][number];

/** A day as people say it. */
export function dayOf(at: number): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium' }).format(at);
}

/** For what a bond counts, and how long; empty where it counts for everything and for good. */
export function scopeText({
  topic,
  channel,
  untilAt,
}: Pick<Declared, 'topic' | 'channel' | 'untilAt'>): string {
  const parts = [
    ...(topic === undefined ? [] : [say('bonds.about', { topic })]),
    ...(channel === undefined ? [] : [say('bonds.on', { channel: say(`channel.${channel}`) })]),
    // The moment itself belongs to the day after.
    ...(untilAt === undefined ? [] : [say('bonds.until', { day: dayOf(untilAt - 1) })]),
  ];
  return parts.join(', ');
}
