import type { RouteAnswer } from '@rapport/protocol';
import { toast } from '../design/Toasts.tsx';
import { Refused } from '../session/api.ts';
import { cancelCallback, promiseCallback } from './acts.ts';
import { say } from './words.ts';

export type Callback = NonNullable<RouteAnswer<'getChoices'>['callback']>;

/** What was refused, and why: the moment, the number, or the call itself. */
export interface Wrong {
  readonly what: 'moment' | 'number' | 'call';
  readonly why: string;
}

interface Call {
  readonly agentId: string;
  readonly dueAt: number;
  /** As it was written; empty for the one that is known. */
  readonly piiPhone: string;
  /** What the agent is called. */
  readonly agent: string;
}

/** Promises a call. Returns where that stands in the journal, or what was refused. */
export async function promiseCall(
  workId: string,
  { piiPhone, agent, ...call }: Call,
): Promise<Wrong | number> {
  try {
    return await promiseCallback(workId, { ...call, ...(piiPhone !== '' && { piiPhone }) });
  } catch (error) {
    if (!(error instanceof Refused)) return { what: 'call', why: say('sign-in.unreachable') };
    const { type, field, message } = error;
    if (field === 'piiPhone') return { what: 'number', why: say('call.number-refused') };
    if (field === 'dueAt') return { what: 'moment', why: say('later.past') };
    if (type === 'moment-not-free') return { what: 'moment', why: say('call.not-free', { agent }) };
    if (type === 'work-state-wrong') return { what: 'call', why: say('call.too-late') };
    if (type === 'agent-not-choosable' || type === 'agent-unknown') {
      return { what: 'call', why: say('call.not-theirs', { agent }) };
    }
    return { what: 'call', why: message };
  }
}

/**
 * Makes it as it was: no call, or the one that was promised, at the number that is known by now. Returns where
 * that stands in the journal; undefined where it was refused, which a toast tells.
 */
export async function putCallBack(
  workId: string,
  before: Callback | undefined,
): Promise<number | undefined> {
  if (before === undefined) return await cancelCallback(workId);
  const { agentId, dueAt } = before;
  try {
    return await promiseCallback(workId, { agentId, dueAt });
  } catch {
    toast(say('call.not-again'));
    return undefined;
  }
}
