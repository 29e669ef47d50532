import { decideAgents } from './agents/decide-agents.ts';
import type { BondCommand } from './bonds/bond-messages.ts';
import { decideBonds } from './bonds/decide-bonds.ts';
import type { CreditCommand } from './credits/credit-messages.ts';
import { decideCredits } from './credits/decide-credits.ts';
import { decideEmergency } from './emergency/decide-emergency.ts';
import type { EmergencyCommand } from './emergency/emergency-messages.ts';
import { beginDecision, type Decision } from './decision.ts';
import type { Desk } from './desk.ts';
import type { Command, DeskEvent, Refusal } from './messages.ts';
import { decidePolicy } from './policy/decide-policy.ts';
import { decidePromises } from './promises/decide-promises.ts';
import { decideRoster } from './roster/decide-roster.ts';
import { setSkillKinds } from './routing/relax-work.ts';
import type { Result } from './result.ts';
import type { RosterCommand } from './roster/roster-messages.ts';
import { isPlainText, TEXT_LENGTH_MAX } from './text.ts';
import type { Instant } from './time.ts';
import { decideWork } from './work/decide-work.ts';
import type { WorkCommand } from './work/work-messages.ts';

/**
 * Decides a command and returns what happened because of it, already applied to `desk`, or why it is
 * refused, with `desk` as it was. An accepted command gives at least one event, and the first of them
 * carries the command's whole input.
 *
 * `at` must not lie before the desk's last event, nor after the next due instant: the driver decides
 * what is due with `advance` first.
 */
export function decide(
  desk: Desk,
  command: Command,
  at: Instant,
): Result<readonly DeskEvent[], Refusal> {
  const decision = beginDecision(desk, at);
  const refusal = textRefusal(command) ?? refusalOf(command, decision);
  return refusal === undefined ? { ok: true, value: decision.events } : { ok: false, refusal };
}

/** Every text in a command is an id or a code; people's words never come here. */
function textRefusal(command: Command): Refusal | undefined {
  const fields = command as unknown as Readonly<Record<string, unknown>>;
  for (const field in fields) {
    const value = fields[field];
    if (typeof value !== 'string' || isPlainText(value)) continue;
    const expected = `1 to ${TEXT_LENGTH_MAX} visible characters`;
    return { code: 'field-invalid', field, expected };
  }
  return undefined;
}

function refusalOf(command: Command, decision: Decision): Refusal | undefined {
  switch (command.type) {
    case 'register-agent':
    case 'change-agent':
    case 'set-agent-state':
    case 'set-busy-intervals':
    case 'set-reachability':
    case 'retire-agent':
      return decideAgents(command, decision);
    case 'set-skill-kinds':
      return setSkillKinds(command, decision);
    case 'define-calendar':
    case 'define-promise':
    case 'define-agreement':
      return decidePromises(command, decision);
    case 'set-policy':
      return decidePolicy(command, decision);
    default:
      return refusalOfDaysOrWork(command, decision);
  }
}

function refusalOfDaysOrWork(
  command: BondCommand | CreditCommand | EmergencyCommand | RosterCommand | WorkCommand,
  decision: Decision,
): Refusal | undefined {
  switch (command.type) {
    case 'set-roster':
    case 'declare-absence':
    case 'cancel-absence':
      return decideRoster(command, decision);
    case 'grant-credit':
    case 'end-credit':
      return decideCredits(command, decision);
    case 'declare-emergency':
    case 'end-emergency':
      return decideEmergency(command, decision);
    default:
      return 'workId' in command ? decideWork(command, decision) : decideBonds(command, decision);
  }
}
