import type { EmergenciesState } from '@rapport/protocol';
import { serverNow } from '../design/clock.ts';
import { momentText } from '../design/moment-text.ts';
import { toast } from '../design/Toasts.tsx';
import { answered, api, Refused } from '../session/api.ts';
import { say } from './words.ts';

/** What the dialog proposes. */
const OUTAGE_MS = 7_200_000;

export type Emergency = EmergenciesState['items'][number];

export type Outage = NonNullable<EmergenciesState['outage']>;

type Terms = Pick<Emergency, 'reason' | 'skill' | 'untilAt'>;

/**
 * Says that everybody is needed at once; it can be taken back. What stood `before`, and was replaced, then stands
 * again, unless it would be over. Fails as the server refuses it.
 */
export async function declare(terms: Terms, before: Terms | undefined): Promise<void> {
  await post(terms);
  toast(
    say('emergency.declared', { until: momentText(terms.untilAt) }),
    () =>
      void insist(() =>
        before !== undefined && before.untilAt > serverNow() ? post(before) : postEnd(terms),
      ),
  );
}

/** Says so of all work for as long as the telephone may take to come back; that can be taken back. */
export async function declareOutage(): Promise<void> {
  const untilAt = Math.floor(serverNow()) + OUTAGE_MS;
  await insist(() => declare({ reason: 'outage', untilAt }, undefined));
}

/** Says that it is over; that can be taken back, too. */
export function end({ reason, skill, untilAt }: Emergency): void {
  const terms = { reason, ...(skill !== undefined && { skill }), untilAt };
  void insist(async () => {
    await postEnd(terms);
    toast(say('emergency.ended'), () => void insist(() => post(terms)));
  });
}

/** What to tell somebody about what did not work. */
export function faultOf(error: unknown): string {
  return error instanceof Refused ? error.message : say('emergency.fault');
}

async function insist(act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    toast(faultOf(error));
  }
}

async function post({ reason, skill, untilAt }: Terms): Promise<void> {
  const body = { reason, untilAt, ...(skill !== undefined && { skill }) };
  await answered(api.POST('/api/v1/emergencies', { body }));
}

async function postEnd({ skill }: Terms): Promise<void> {
  const body = skill === undefined ? {} : { skill };
  await answered(api.POST('/api/v1/emergencies/end', { body }));
}
