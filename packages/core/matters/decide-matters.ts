import { type Decision, emit } from '../decision.ts';
import type { Desk } from '../desk.ts';
import type { CustomerRecord, WorkRecord } from '../desk-records.ts';
import { isEmergency } from '../emergency/is-emergency.ts';
import type { Requirement } from '../agents/skill.ts';
import type { MatterId } from '../id.ts';
import type { Refusal } from '../messages.ts';
import { byArrival } from '../routing/by-arrival.ts';
import { renewReservations } from '../routing/end-reservation.ts';
import type { Instant } from '../time.ts';
import type { WorkCommand } from '../work/work-messages.ts';
import type { LinkWork, MatterCommand } from './matter-messages.ts';
import { isSamePerson } from './members.ts';
import { endPause, endPauses, pauseWaiting, placeBack, renewMatter } from './pause-work.ts';

export function isOfMatter(command: WorkCommand): command is MatterCommand {
  return command.type === 'link-work' || command.type === 'unlink-work';
}

/** Decides a command about the matter of an item. Returns why it is refused, or undefined once its events are emitted. */
export function decideMatter(
  command: MatterCommand,
  decision: Decision,
  work: WorkRecord,
): Refusal | undefined {
  return command.type === 'link-work'
    ? linkWork(command, decision, work)
    : unlinkWork(decision, work);
}

function linkWork(
  { workId, toWorkId, ...command }: LinkWork,
  decision: Decision,
  work: WorkRecord,
): Refusal | undefined {
  const to = decision.desk.work.get(toWorkId);
  if (to === undefined) return { code: 'work-unknown', workId: toWorkId };
  if (to === work) return { code: 'field-invalid', field: 'toWorkId', expected: 'another item' };
  const matterId = to.matter?.id ?? command.matterId;
  const refusal = linkRefusal(decision, { work, to, matterId });
  if (refusal !== undefined) return refusal;
  emit(decision, { type: 'work-linked', v: 1, workId, toWorkId, matterId });
  if (to.matter === undefined) {
    const [otherId, toOtherId] = [toWorkId, workId];
    emit(decision, { type: 'work-linked', v: 1, workId: otherId, toWorkId: toOtherId, matterId });
  }
  pauseWaiting(decision, work.matter);
  renewMatter(decision, work.matter);
  return undefined;
}

/** What has company already must leave it first, so that nothing is taken apart unseen. */
function linkRefusal(
  { desk, at }: Decision,
  { work, to, matterId }: { work: WorkRecord; to: WorkRecord; matterId: MatterId },
): Refusal | undefined {
  const target = matterId;
  const { matter } = work;
  if (matter !== undefined && (matter.id === target || matter.items.size > 1)) {
    return { code: 'work-linked-already', workId: work.id, matterId: matter.id };
  }
  const isFit =
    (to.matter !== undefined || canJoin(desk, { ...joining(to), target, at })) &&
    canJoin(desk, { ...joining(work), target, at, others: together(desk, to, target) });
  return isFit ? undefined : { code: 'matter-of-another', matterId: target };
}

/** An item, and what it would belong together with; of many people's, itself alone. */
function together({ matters }: Desk, to: WorkRecord, target: MatterId): readonly WorkRecord[] {
  const matter = matters.get(target);
  return matter === undefined || matter.isShared ? [to] : [...matter.items, to];
}

interface Joining {
  readonly customer: CustomerRecord | undefined;
  readonly requirements: readonly Requirement[];
  readonly target: MatterId;
  readonly at: Instant;
  /** What it would belong to a matter with; all open items of that matter where it is left out. */
  readonly others?: readonly WorkRecord[];
}

function joining({ customer, class: { need } }: WorkRecord) {
  return { customer, requirements: need.requirements };
}

/**
 * Whether an item may belong to a matter: all in it are of one person, whom it is from as well. In an emergency
 * that covers it, a surge may join its parent.
 */
export function canJoin(
  desk: Desk,
  { customer, requirements, target, at, others }: Joining,
): boolean {
  const matter = desk.matters.get(target);
  if (others === undefined && matter === undefined) return true;
  if (isEmergency(desk, { requirements }, at)) return true;
  if (matter?.isShared === true) return false;
  // Of one person's, so that there are few.
  return [...(others ?? matter?.items ?? [])].every((other) =>
    isSamePerson(other.customer, customer),
  );
}

/**
 * Takes an item out of its matter: what is put aside for it waits again, and so does it where it is put aside.
 * Returns why it is refused, or undefined once its events are emitted.
 */
export function unlinkWork(decision: Decision, work: WorkRecord): Refusal | undefined {
  const { id: workId, agent } = work;
  if (work.matter === undefined) return { code: 'work-not-linked', workId };
  emit(decision, { type: 'work-unlinked', v: 1, workId });
  const back = agent === undefined ? [] : [...endPauses(decision, { work, agent })];
  if (work.pausedById !== undefined) {
    endPause(decision, work);
    back.push(work);
  }
  placeBack(decision, back.sort(byArrival));
  renewReservations(decision, [work]);
  return undefined;
}
