import {
  type AgentId,
  type Command,
  type DeskEvent,
  type Instant,
  type SiloMs,
  SiloTime,
  type WorkId,
} from '@rapport/core';
import { type ActionQueue, createActionQueue } from './action-queue.ts';
import { commandsToSetUp, commandToReceive } from './desk-commands.ts';
import type { AgentTime, CallOutcome } from './measure-calls.ts';
import { type PolicyName, type ReplayPolicy, replayPolicy } from './replay-policy.ts';
import type { Scenario, ScenarioCall } from './scenario.ts';

/** What came of a replay. Its time on duty is that of the shifts, and what it took to finish the last call. */
export interface ReplayOutcome extends AgentTime {
  readonly policy: PolicyName;
  readonly siloMs: SiloMs;
  /** One for each call of the scenario, in its order. */
  readonly outcomes: readonly CallOutcome[];
  readonly commandCount: number;
  readonly eventCount: number;
}

/** The agents and callers of a scenario, for whoever drives a desk. */
export interface ReplayDriver {
  /** When the next command may be due; undefined when all has been played. */
  readonly nextAt: () => Instant | undefined;
  /** Takes what is next; undefined when it needs no command after all. */
  readonly nextCommand: () => Command | undefined;
  /** Is told all that the desk decided at `at`, on a command or by itself. */
  readonly observe: (events: readonly DeskEvent[], at: Instant) => void;
  /** How many calls are over. */
  readonly overCount: () => number;
  /** To be asked when all has been played. */
  readonly outcome: () => ReplayOutcome;
}

/**
 * A driver of `scenario`, which decides nothing about routing: it gives commands when their time has
 * come and hears from events what became of them.
 *
 * An agent is ready while he is on shift, accepts what he is offered at once, talks for as long as
 * the call takes, wraps up for the scenario's pause, and signs out when his shift is over and his
 * call finished. A caller gives up when his patience ends, unless he has been answered by then.
 */
export function createReplayDriver(scenario: Scenario, policy: PolicyName): ReplayDriver {
  const play = stage(scenario, policy);
  return {
    nextAt: () => play.queue.nextAt(),
    nextCommand: () => {
      play.at = play.queue.nextAt() ?? play.at;
      const action = play.queue.take();
      const command = action && commandFor(play, action);
      if (command !== undefined) play.commandCount += 1;
      return command;
    },
    observe: (events, at) => {
      play.at = at;
      play.eventCount += events.length;
      for (const event of events) {
        play.silo.take(event, at);
        hear(play, event);
      }
    },
    overCount: () => play.overCount,
    outcome: () => ({
      policy,
      siloMs: play.silo.figures(play.at),
      outcomes: [...play.calls.values()].map(outcomeOf),
      ...timeOf([...play.duties.values()]),
      commandCount: play.commandCount,
      eventCount: play.eventCount,
    }),
  };
}

/**
 * The order of what falls on the same moment: agents come first and go last, and a call that can
 * still be answered is.
 */
const RANK = { begin: 0, finish: 1, receive: 2, accept: 3, abandon: 4, end: 5 } as const;

type Action =
  | { readonly type: 'give'; readonly command: Command }
  | { readonly type: 'begin-shift' | 'end-shift'; readonly agentId: AgentId }
  | { readonly type: 'receive' | 'abandon'; readonly call: CallInPlay }
  | { readonly type: 'end-talk'; readonly workId: WorkId; readonly agentId: AgentId };

/** A call: not yet answered → answered → over, or over without an answer when its caller gave up. */
interface CallInPlay {
  readonly call: ScenarioCall;
  answer: { readonly at: Instant; readonly agentId: AgentId } | undefined;
  abandonedAt: Instant | undefined;
}

/** An agent: signed out → on duty, with shifts open or a call to finish → signed out. */
interface Duty {
  openShiftCount: number;
  /** Undefined while he carries no call. */
  busySince: Instant | undefined;
  /** Undefined while he is signed out. */
  onDutySince: Instant | undefined;
  /** Of the calls that are over, their wrap-up included. */
  busyMs: number;
  /** Of the times on duty that are over. */
  dutyMs: number;
}

interface Play {
  readonly scenario: Scenario;
  readonly policy: ReplayPolicy;
  readonly silo: SiloTime;
  readonly queue: ActionQueue<Action>;
  /** The calls that are still to come in, by their time. */
  readonly arrivals: Iterator<CallInPlay>;
  readonly calls: ReadonlyMap<WorkId, CallInPlay>;
  readonly duties: ReadonlyMap<AgentId, Duty>;
  at: Instant;
  overCount: number;
  commandCount: number;
  eventCount: number;
}

function stage(scenario: Scenario, policyName: PolicyName): Play {
  const policy = replayPolicy(policyName, scenario);
  const silo = new SiloTime(policy.ties);
  const queue = createActionQueue<Action>();
  const startsAt = startOf(scenario);
  for (const command of commandsToSetUp(scenario, policy)) {
    queue.add(startsAt, RANK.begin, { type: 'give', command });
  }
  for (const { agentId, startsAt: beginsAt, endsAt } of scenario.shifts) {
    queue.add(beginsAt, RANK.begin, { type: 'begin-shift', agentId });
    queue.add(endsAt, RANK.end, { type: 'end-shift', agentId });
  }
  const calls = new Map<WorkId, CallInPlay>();
  for (const scenarioCall of scenario.calls) {
    const call = { call: scenarioCall, answer: undefined, abandonedAt: undefined };
    calls.set(scenarioCall.workId, call);
  }
  const duties = new Map<AgentId, Duty>(
    scenario.agents.map(({ agentId }) => [
      agentId,
      { openShiftCount: 0, busySince: undefined, onDutySince: undefined, busyMs: 0, dutyMs: 0 },
    ]),
  );
  const arrivals = calls.values();
  expectNext(queue, arrivals);
  const counts = { overCount: 0, commandCount: 0, eventCount: 0 };
  return { scenario, policy, silo, queue, arrivals, calls, duties, at: startsAt, ...counts };
}

/** Puts the next arrival in the queue, which with all of them in it would be slow for long logs. */
function expectNext(queue: ActionQueue<Action>, arrivals: Iterator<CallInPlay>): void {
  const next = arrivals.next();
  if (next.done === true) return;
  const call = next.value;
  queue.add(call.call.call.offeredAt, RANK.receive, { type: 'receive', call });
}

/** When the first thing of the scenario happens. */
function startOf({ calls, shifts }: Scenario): Instant {
  const firstCallAt = calls[0]?.call.offeredAt ?? 0;
  return shifts.reduce((at, { startsAt }) => Math.min(at, startsAt), firstCallAt);
}

function commandFor(play: Play, action: Action): Command | undefined {
  switch (action.type) {
    case 'give':
      return action.command;
    case 'begin-shift':
      return beginShift(play, action.agentId);
    case 'end-shift':
      return endShift(play, action.agentId);
    case 'receive': {
      const { call } = action.call;
      const givesUpAt = play.at + call.patienceMs;
      play.queue.add(givesUpAt, RANK.abandon, { type: 'abandon', call: action.call });
      expectNext(play.queue, play.arrivals);
      return commandToReceive(call, play.policy);
    }
    case 'abandon':
      return action.call.answer === undefined
        ? { type: 'abandon-work', workId: action.call.call.workId }
        : undefined;
    default:
      return endTalk(play, action);
  }
}

function beginShift(play: Play, agentId: AgentId): Command | undefined {
  const duty = dutyOf(play, agentId);
  duty.openShiftCount += 1;
  if (duty.openShiftCount > 1) return undefined;
  duty.onDutySince ??= play.at;
  return { type: 'set-agent-state', agentId, state: 'ready' };
}

/** An agent who carries a call cannot sign out; he takes no more, and signs out when it is done. */
function endShift(play: Play, agentId: AgentId): Command | undefined {
  const duty = dutyOf(play, agentId);
  duty.openShiftCount -= 1;
  if (duty.openShiftCount > 0) return undefined;
  if (duty.busySince === undefined) return signOut(play, agentId);
  return { type: 'set-agent-state', agentId, state: 'not-ready', reason: 'shift-over' };
}

function signOut(play: Play, agentId: AgentId): Command {
  const duty = dutyOf(play, agentId);
  duty.dutyMs += play.at - (duty.onDutySince ?? play.at);
  duty.onDutySince = undefined;
  return { type: 'set-agent-state', agentId, state: 'signed-out' };
}

function endTalk(play: Play, { workId, agentId }: Extract<Action, { type: 'end-talk' }>): Command {
  const { pauseMs } = play.scenario;
  const complete: Command = { type: 'complete-work', workId, agentId };
  if (pauseMs === 0) return complete;
  play.queue.add(play.at + pauseMs, RANK.finish, { type: 'give', command: complete });
  return { type: 'wrap-up-work', workId, agentId };
}

function hear(play: Play, event: DeskEvent): void {
  switch (event.type) {
    case 'work-offered': {
      const { workId, agentId } = event;
      const command = { type: 'accept-offer' as const, workId, agentId };
      play.queue.add(play.at, RANK.accept, { type: 'give', command });
      return;
    }
    case 'offer-accepted': {
      const { workId, agentId } = event;
      const call = callOf(play, workId);
      call.answer = { at: play.at, agentId };
      play.policy.answered(call.call, agentId);
      dutyOf(play, agentId).busySince = play.at;
      const endsAt = play.at + call.call.serviceMs;
      play.queue.add(endsAt, RANK.finish, { type: 'end-talk', workId, agentId });
      return;
    }
    case 'work-completed': {
      const duty = dutyOf(play, event.agentId);
      duty.busyMs += play.at - (duty.busySince ?? play.at);
      duty.busySince = undefined;
      play.overCount += 1;
      if (duty.openShiftCount > 0) return;
      const command = signOut(play, event.agentId);
      play.queue.add(play.at, RANK.end, { type: 'give', command });
      return;
    }
    case 'work-abandoned':
      callOf(play, event.workId).abandonedAt = play.at;
      play.overCount += 1;
      return;
    default:
      // The other events change nothing for the people of a replay.
      return;
  }
}

function outcomeOf({ call, answer, abandonedAt }: CallInPlay): CallOutcome {
  const { customerId, call: logged } = call;
  const endedAt = answer?.at ?? abandonedAt;
  if (endedAt === undefined) throw new Error(`the replay is not over: ${call.workId} still waits`);
  return {
    customerId,
    offeredAt: logged.offeredAt,
    waitMs: endedAt - logged.offeredAt,
    hasAbandoned: answer === undefined,
    agentId: answer?.agentId,
  };
}

function timeOf(duties: readonly Duty[]): AgentTime {
  return {
    busyMs: duties.reduce((totalMs, { busyMs }) => totalMs + busyMs, 0),
    dutyMs: duties.reduce((totalMs, { dutyMs }) => totalMs + dutyMs, 0),
  };
}

function callOf(play: Play, workId: WorkId): CallInPlay {
  const call = play.calls.get(workId);
  if (call === undefined)
    throw new Error(`the desk speaks of ${workId}, which is no call of the log`);
  return call;
}

function dutyOf(play: Play, agentId: AgentId): Duty {
  const duty = play.duties.get(agentId);
  if (duty === undefined) throw new Error(`the desk speaks of ${agentId}, who is not in the log`);
  return duty;
}
