import type { Requirement } from '../agents/skill.ts';
import type { Channel } from '../channel.ts';
import type { AgentId } from '../id.ts';
import type { Instant } from '../time.ts';
import type { WorkEvent } from '../work/work-messages.ts';

/** How long things took, in milliseconds, one after the other, however long ago. */
export interface Seen {
  readonly handles: number[];
  readonly wrapUps: number[];
  readonly waits: { readonly ms: number; readonly isAbandoned: boolean }[];
  /** Reservations: from when, and until when they were meant to last, or lasted. */
  readonly reserved: Reserved[];
}

export interface Reserved {
  readonly fromAt: Instant;
  untilAt: Instant;
  readonly agentIds: readonly AgentId[];
  /** Whether its customer wanted it so. */
  readonly isChosen?: true;
}

function nothingSeen(): Seen {
  return { handles: [], wrapUps: [], waits: [], reserved: [] };
}

/** What an item asks for. */
interface Asking {
  readonly channel: Channel;
  readonly isProficiencyFirst: boolean;
  readonly requirements: readonly Requirement[];
}

/** What was seen of items that ask for the same. */
export function seenOf(all: Map<string, Seen>, item: Asking): Seen {
  const asked = item.requirements.map(({ skill, minLevel }) => JSON.stringify([skill, minLevel]));
  const kind = JSON.stringify([item.channel, item.isProficiencyFirst, asked.sort()]);
  const seen = all.get(kind) ?? nothingSeen();
  all.set(kind, seen);
  return seen;
}

interface Scene {
  readonly item: {
    readonly takenAt: Instant;
    readonly wrapUpAt: Instant;
    reservation: Reserved | undefined;
    wasReserved: boolean;
  };
  /** Where it was before. */
  readonly place: string | undefined;
  /** The service time of its present wait. */
  readonly waitMs: number;
  readonly at: Instant;
}

const LEAVING = new Set<WorkEvent['type']>([
  'work-completed',
  'work-transferred',
  'work-deferred',
  'work-released',
]);
const ENDING = new Set<WorkEvent['type']>([
  'reservation-ended',
  'work-offered',
  'work-assigned',
  'wait-chosen',
  'callback-promised',
  'work-paused',
  'work-abandoned',
]);

/** Notes how long it took, before the event changes anything, and where a reservation begins or ends. */
export function remember(seen: Seen, event: WorkEvent, { item, place, waitMs, at }: Scene): void {
  if (event.type === 'offer-accepted' || event.type === 'work-abandoned') {
    seen.waits.push({ ms: waitMs, isAbandoned: event.type === 'work-abandoned' });
  }
  if (event.type === 'work-completed' && place === 'wrap-up') seen.wrapUps.push(at - item.wrapUpAt);
  const isCarried = ['active', 'on-hold', 'wrap-up'].includes(place ?? '');
  if (LEAVING.has(event.type) && isCarried) seen.handles.push(at - item.takenAt);
  if (item.reservation !== undefined && ENDING.has(event.type)) {
    item.reservation.untilAt = Math.min(item.reservation.untilAt, at);
    item.reservation = undefined;
  }
  if (event.type === 'wait-chosen') rememberChoice(item, event, at);
  if (event.type !== 'work-reserved') return;
  const { untilAt, agentIds } = event;
  item.reservation = { fromAt: at, untilAt, agentIds };
  item.wasReserved = true;
  seen.reserved.push(item.reservation);
}

/** It counts among nothing that the desk keeps by its own rule. */
function rememberChoice(
  item: Scene['item'],
  { agentId, keptUntilAt: untilAt }: Extract<WorkEvent, { type: 'wait-chosen' }>,
  at: Instant,
): void {
  item.wasReserved = true;
  if (agentId === undefined || untilAt === undefined) return;
  item.reservation = { fromAt: at, untilAt, agentIds: [agentId], isChosen: true };
}
