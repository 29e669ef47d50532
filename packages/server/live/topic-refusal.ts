import { type TopicName, TOPICS } from '@rapport/protocol';
import { accessRefusal, type Principal } from '../identity/principal.ts';

/** Of people, those who may follow conversations of customers whom they do not serve. */
const HEAR_EVERYBODY: ReadonlySet<string> = new Set([
  'attendant',
  'supervisor',
  'care-owner',
  'administrator',
]);

/**
 * Why a caller may not follow a topic, or undefined when he may. The one place where topics ask on whose
 * objects somebody may act.
 */
export function topicRefusal(principal: Principal, topic: TopicName): string | undefined {
  const { access } = TOPICS[topic];
  const refusal = accessRefusal(principal, access);
  if (refusal !== undefined || access.reach !== 'conversation') return refusal;
  if (principal.kind === 'key' || principal.roles.some((role) => HEAR_EVERYBODY.has(role))) {
    return undefined;
  }
  return 'This conversation is with a customer whom you neither serve nor know.';
}
