import {
  advance,
  type AgentId,
  type Channel,
  type Command,
  decide,
  type Desk,
  type DeskEvent,
  type DeskFigures,
  DeskMeasures,
  type Instant,
  nextDueAt,
  type Policy,
  restoreDesk,
  serviceMsAt,
  type SnapshotRecord,
  type WorkId,
} from '@rapport/core';
import { type ActionQueue, createActionQueue } from '../replay/action-queue.ts';
import type { RecordedDay, RecordedRow } from './recorded-day.ts';

/** A day, and how things stood when it began. */
export interface DayBegun {
  readonly records: readonly SnapshotRecord[];
  /** The shortest history that leaves measures as they stood: `SiloTime.checkpoint`. */
  readonly openEvents: readonly DeskEvent[];
  readonly fromAt: Instant;
  readonly untilAt: Instant;
}

/** A day that is played under a policy, for as long as it is asked to. */
export interface DayReplay {
  /** Does at most so many things more. Returns whether any are left. */
  readonly play: (count: number) => boolean;
  /** Which part of the day is over. */
  readonly doneRatio: () => number;
  /** To be asked when nothing is left. */
  readonly figures: () => DeskFigures;
  /** How many facts did not fit, because somebody had something else in his hands by then. */
  readonly unfitCount: () => number;
}

const SHORT_ABANDON_MS = 5_000;

type Action =
  | { readonly type: 'fact'; readonly command: Command }
  | { readonly type: 'accept' | 'talk-over' | 'wrap-up-over'; readonly hand: Hand }
  | { readonly type: 'give-up'; readonly workId: WorkId };

interface Hand {
  readonly workId: WorkId;
  readonly agentId: AgentId;
}

/** Of what falls on the same moment: who has taken something up lets go of it first, and who can still be answered is. */
const RANK = { 'talk-over': 0, 'wrap-up-over': 0, fact: 1, accept: 2, 'give-up': 3 } as const;

interface Play {
  readonly day: RecordedDay;
  readonly desk: Desk;
  readonly measures: DeskMeasures;
  readonly queue: ActionQueue<Action>;
  /** Who signs out as soon as he has finished. */
  readonly leaving: Set<AgentId>;
  readonly answered: Set<WorkId>;
  at: Instant;
  unfitCount: number;
}

/**
 * Plays a recorded day to the desk under a policy: what came from outside comes as it did; whoever is
 * offered something takes it, as quickly as it was taken then and before it stops ringing, and is taken up
 * by it for as long as it took; who gave up then gives up after as long a wait. Pure: the same day and policy
 * give the same figures.
 */
export function startDayReplay(begun: DayBegun, day: RecordedDay, policy: Policy): DayReplay {
  const { fromAt, untilAt } = begun;
  const desk = restoreDesk(begun.records);
  const measures = measuresOf(desk, fromAt);
  openMeasures(measures, begun);
  const queue = createActionQueue<Action>();
  const [leaving, answered] = [new Set<AgentId>(), new Set<WorkId>()];
  const play: Play = { day, desk, measures, queue, leaving, answered, at: fromAt, unfitCount: 0 };
  for (const { at, command } of day.facts) queue.add(at, RANK.fact, { type: 'fact', command });
  takeUp(play, fromAt);
  passTime(play, fromAt);
  give(play, { type: 'set-policy', policy });
  return {
    play: (count) => {
      for (let done = 0; done < count; done += 1) if (!step(play, untilAt)) return false;
      return true;
    },
    doneRatio: () => Math.min(1, (play.at - fromAt) / (untilAt - fromAt)),
    figures: () => measures.figures(untilAt),
    unfitCount: () => play.unfitCount,
  };
}

/** The figures of what really happened, by the same yardstick. */
export function measureDay(begun: DayBegun, rows: readonly RecordedRow[], desk: Desk): DeskFigures {
  const measures = measuresOf(desk, begun.fromAt);
  openMeasures(measures, begun);
  for (const { at, events } of rows) for (const event of events) measures.take(event, at);
  return measures.figures(begun.untilAt);
}

/** What came in before is not of this day. */
function openMeasures(measures: DeskMeasures, { openEvents, fromAt }: DayBegun): void {
  for (const event of openEvents) measures.take(event, fromAt - 1);
}

/** An item is in time by its own promise. */
function measuresOf({ promises }: Desk, fromAt: Instant): DeskMeasures {
  return new DeskMeasures({
    fromAt,
    thresholdMs: 0,
    shortAbandonMs: SHORT_ABANDON_MS,
    isInTime: ({ received, receivedAt, endedAt }) => {
      const promise = promises.get(received.promiseId);
      if (promise === undefined) return false;
      const { hours, targetMs } = promise;
      return serviceMsAt(hours, endedAt) - serviceMsAt(hours, receivedAt) <= targetMs;
    },
  });
}

function step(play: Play, untilAt: Instant): boolean {
  const at = Math.min(play.queue.nextAt() ?? Infinity, nextDueAt(play.desk) ?? Infinity);
  if (at >= untilAt) return false;
  if ((nextDueAt(play.desk) ?? Infinity) <= at) {
    passTime(play, at);
    return true;
  }
  play.at = at;
  const action = play.queue.take();
  if (action !== undefined) act(play, action);
  return true;
}

function passTime(play: Play, at: Instant): void {
  play.at = Math.max(at, play.desk.lastAt);
  hearAll(play, advance(play.desk, play.at));
}

/** What was going on when the day began goes on. */
function takeUp(play: Play, at: Instant): void {
  for (const { id: workId, status, agent, receivedAt, class: own } of play.desk.work.values()) {
    const item = play.day.itemOf(workId, own.need.channel);
    if (status === 'waiting' || status === 'offered') expectEnd(play, workId, receivedAt);
    else play.answered.add(workId);
    if (agent === undefined) continue;
    const hand = { workId, agentId: agent.id };
    if (status === 'offered') later(play, at, { type: 'accept', hand });
    if (status === 'active' || status === 'on-hold') {
      later(play, at + item.talkMs, { type: 'talk-over', hand });
    }
    if (status === 'wrap-up') later(play, at + item.wrapUpMs, { type: 'wrap-up-over', hand });
  }
}

function expectEnd(play: Play, workId: WorkId, receivedAt: Instant): void {
  const work = play.desk.work.get(workId);
  if (work === undefined) return;
  const { patienceMs } = play.day.itemOf(workId, work.class.need.channel);
  if (patienceMs === undefined) return;
  later(play, Math.max(play.at, receivedAt + patienceMs), { type: 'give-up', workId });
}

function later({ queue }: Play, at: Instant, action: Action): void {
  queue.add(at, RANK[action.type], action);
}

function act(play: Play, action: Action): void {
  if (action.type === 'fact') {
    takeFact(play, action.command);
    return;
  }
  if (action.type === 'give-up') {
    const { workId } = action;
    const status = play.desk.work.get(workId)?.status;
    const isThere = status === 'waiting' || status === 'offered';
    if (isThere && !play.answered.has(workId)) give(play, { type: 'abandon-work', workId });
    return;
  }
  actOn(play, action);
}

type InHand = Extract<Action, { readonly type: 'accept' | 'talk-over' | 'wrap-up-over' }>;

/** Of an item that somebody else has by now nothing is done. */
function actOn(play: Play, { type, hand }: InHand): void {
  const work = play.desk.work.get(hand.workId);
  if (work?.agent?.id !== hand.agentId) return;
  const { status } = work;
  const isTalking = status === 'active' || status === 'on-hold';
  if (type === 'accept' && status === 'offered') give(play, { type: 'accept-offer', ...hand });
  if (type === 'talk-over' && isTalking) endTalk(play, hand, work.class.need.channel);
  if (type === 'wrap-up-over' && status === 'wrap-up') {
    finish(play, hand, work.class.need.channel);
  }
}

function endTalk(play: Play, hand: Hand, channel: Channel): void {
  const { wrapUpMs } = play.day.itemOf(hand.workId, channel);
  if (wrapUpMs === 0) {
    finish(play, hand, channel);
    return;
  }
  give(play, { type: 'wrap-up-work', ...hand });
  later(play, play.at + wrapUpMs, { type: 'wrap-up-over', hand });
}

function finish(play: Play, hand: Hand, channel: Channel): void {
  const { isPoor } = play.day.itemOf(hand.workId, channel);
  give(play, { type: 'complete-work', ...hand, ...(isPoor && { isPoor }) });
}

/** Nobody signs out with something in his hands: he takes no more, and goes when it is done. */
function takeFact(play: Play, command: Command): void {
  if (command.type === 'set-agent-state') play.leaving.delete(command.agentId);
  if (give(play, command)) return;
  if (command.type !== 'set-agent-state' || command.state !== 'signed-out') {
    play.unfitCount += 1;
    return;
  }
  const { agentId } = command;
  play.leaving.add(agentId);
  give(play, { type: 'set-agent-state', agentId, state: 'not-ready', reason: 'leaving' });
}

function give(play: Play, command: Command): boolean {
  const decided = decide(play.desk, command, play.at);
  if (decided.ok) hearAll(play, decided.value);
  return decided.ok;
}

function hearAll(play: Play, events: readonly DeskEvent[]): void {
  for (const event of events) play.measures.take(event, play.at);
  for (const event of events) hear(play, event);
}

function hear(play: Play, event: DeskEvent): void {
  const { day, desk, at } = play;
  switch (event.type) {
    case 'work-received':
      expectEnd(play, event.workId, at);
      return;
    case 'work-offered': {
      const { workId, agentId, expiresAt } = event;
      const channel = desk.work.get(workId)?.class.need.channel ?? 'phone';
      const acceptAt = Math.min(at + day.itemOf(workId, channel).acceptMs, expiresAt - 1);
      later(play, acceptAt, { type: 'accept', hand: { workId, agentId } });
      return;
    }
    case 'offer-accepted': {
      const { workId, agentId } = event;
      play.answered.add(workId);
      const channel = desk.work.get(workId)?.class.need.channel ?? 'phone';
      const { talkMs } = day.itemOf(workId, channel);
      later(play, at + talkMs, { type: 'talk-over', hand: { workId, agentId } });
      return;
    }
    case 'work-completed': {
      const { agentId } = event;
      if (!play.leaving.has(agentId)) return;
      if (give(play, { type: 'set-agent-state', agentId, state: 'signed-out' })) {
        play.leaving.delete(agentId);
      }
      return;
    }
    default:
      // Nothing else asks anything of anybody.
      return;
  }
}
