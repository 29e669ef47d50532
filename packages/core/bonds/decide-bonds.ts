import type { Decision } from '../decision.ts';
import { KNOWN_MAX } from '../desk-records.ts';
import type { Refusal } from '../messages.ts';
import type { BondCommand } from './bond-messages.ts';

/** Decides a command about a bond. Returns why it is refused, or undefined. */
export function decideBonds(
  { customerId, ownerId, deputyIds }: BondCommand,
  { desk, emit }: Decision,
): Refusal | undefined {
  const named = ownerId === undefined ? deputyIds : [ownerId, ...deputyIds];
  for (const agentId of named) {
    if (!desk.agents.has(agentId)) return { code: 'agent-unknown', agentId };
  }
  if (named.length > KNOWN_MAX || new Set(named).size < named.length) {
    const expected = `at most ${KNOWN_MAX} agents with the owner, each once`;
    return { code: 'field-invalid', field: 'deputyIds', expected };
  }
  const given = ownerId === undefined ? {} : { ownerId };
  emit({ type: 'bond-changed', v: 1, customerId, ...given, deputyIds });
  return undefined;
}
