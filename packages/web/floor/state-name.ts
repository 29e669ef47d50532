import { returnText } from '../design/moment-text.ts';
import type { PresenceName } from '../design/Presence.tsx';
import type { WordsId } from '../words/words.ts';
import type { Person } from './floor-model.ts';
import { say } from './words/words.ts';

/** How somebody's state is drawn. */
export function presenceOf({ presence, items }: Person): PresenceName {
  if (presence.state === 'signed-out') return 'off';
  if (presence.state === 'not-ready') return 'away';
  if (presence.isUnreachable) return 'away';
  return presence.isBusy || carriesAny(items) ? 'busy' : 'available';
}

/** Whether any of these has been taken: who is only being asked still does nothing. */
function carriesAny(items: Person['items']): boolean {
  return items.some(({ status }) => status !== 'offered');
}

/** What somebody is doing, in words, with the reason where he is away. */
export function stateName({ presence, items }: Person): string {
  const { state, reason, isBusy, isUnreachable, absence } = presence;
  if (absence !== undefined && state !== 'ready') {
    return say('floor.state.absent', { until: returnText(absence.untilAt) });
  }
  if (state === 'signed-out') return say('floor.state.signed-out');
  if (state === 'not-ready') {
    if (reason === 'ring-no-answer') return say('floor.state.no-answer');
    const known = REASONS[reason ?? ''];
    const because = known === undefined ? reason : say(known);
    const away = say('floor.state.not-ready');
    return because === undefined ? away : `${away} · ${because}`;
  }
  if (isUnreachable) return say('floor.state.unreachable');
  if (isBusy) return say('floor.state.busy');
  return say(carriesAny(items) ? 'floor.state.working' : 'floor.state.ready');
}

const REASONS: Readonly<Record<string, WordsId | undefined>> = {
  break: 'me.break',
  outage: 'me.outage',
  lunch: 'me.lunch',
  meeting: 'me.meeting',
  training: 'me.training',
};
