import {
  type Channel,
  type Command,
  commandOf,
  type DeskEvent,
  type Instant,
  isSynchronous,
  type SnapshotRecord,
  type WorkId,
} from '@rapport/core';
import { randomOf } from '../random.ts';
import { drawPatienceMs, estimateSurvival } from '../replay/survival-curve.ts';

/** A row of a centre's history. */
export interface RecordedRow {
  readonly at: Instant;
  readonly events: readonly DeskEvent[];
}

/** How an item went on that day, as far as that does not follow from who got it. */
export interface RecordedItem {
  /** How long whoever was offered it took to accept. */
  readonly acceptMs: number;
  /** How long it took somebody up, in all, and how long that was written down. */
  readonly talkMs: number;
  readonly wrapUpMs: number;
  readonly isPoor: boolean;
  /** How long its customer waits from when it came in; undefined where he waits for ever. */
  readonly patienceMs: number | undefined;
}

/** A recorded day: what came from outside, and how long things took. */
export interface RecordedDay {
  readonly facts: readonly { readonly at: Instant; readonly command: Command }[];
  readonly itemOf: (workId: WorkId, channel: Channel) => RecordedItem;
}

interface Course {
  readonly channel: Channel;
  readonly receivedAt: Instant;
  offeredAt: Instant | undefined;
  acceptMs: number | undefined;
  /** Since when it is in somebody's hands, and since when it is wrapped up. */
  activeSince: Instant | undefined;
  wrapUpSince: Instant | undefined;
  talkMs: number;
  wrapUpMs: number;
  isPoor: boolean;
  isAnswered: boolean;
  isOver: boolean;
  waitMs: number | undefined;
}

/**
 * What a stretch of history says of the world around the desk: commands that nobody gives because of an
 * offer, and for each item how long it took. What it cannot show is as it was in the middle of the others of its
 * channel; how much longer a customer who was answered would have waited is drawn, by his item's id,
 * from how long the others of the day did.
 */
export function readDay(
  records: readonly SnapshotRecord[],
  rows: readonly RecordedRow[],
  { fromAt, untilAt }: { readonly fromAt: Instant; readonly untilAt: Instant },
): RecordedDay {
  const courses = coursesBefore(records, fromAt);
  const facts: { at: Instant; command: Command }[] = [];
  for (const { at, events } of rows) {
    const command = commandOf(events);
    if (command !== undefined && isFact(command)) facts.push({ at, command });
    for (const event of events) follow(courses, event, at);
  }
  for (const course of courses.values()) if (!course.isOver) release(course, untilAt);
  return { facts, itemOf: itemsOf(courses) };
}

/** The policy is what is compared; what is done with an item follows from who has it. */
function isFact(command: Command): boolean {
  if (command.type === 'receive-work') return true;
  return command.type !== 'set-policy' && !('workId' in command);
}

function coursesBefore(records: readonly SnapshotRecord[], at: Instant): Map<WorkId, Course> {
  const courses = new Map<WorkId, Course>();
  for (const record of records) {
    if (record.kind !== 'work') continue;
    const course = courseFrom(record.channel, record.receivedAt);
    const isInHand = record.status === 'active' || record.status === 'on-hold';
    if (isInHand) course.activeSince = at;
    if (record.status === 'wrap-up') course.wrapUpSince = at;
    if (record.status === 'offered') course.offeredAt = at;
    course.isAnswered = isInHand || record.status === 'wrap-up' || record.status === 'deferred';
    courses.set(record.id, course);
  }
  return courses;
}

function courseFrom(channel: Channel, receivedAt: Instant): Course {
  return {
    channel,
    receivedAt,
    offeredAt: undefined,
    acceptMs: undefined,
    activeSince: undefined,
    wrapUpSince: undefined,
    talkMs: 0,
    wrapUpMs: 0,
    isPoor: false,
    isAnswered: false,
    isOver: false,
    waitMs: undefined,
  };
}

function follow(courses: Map<WorkId, Course>, event: DeskEvent, at: Instant): void {
  if (!('workId' in event)) return;
  if (event.type === 'work-received') {
    courses.set(event.workId, courseFrom(event.channel, at));
    return;
  }
  const course = courses.get(event.workId);
  if (course !== undefined) change(course, event, at);
}

function change(course: Course, event: DeskEvent, at: Instant): void {
  switch (event.type) {
    case 'work-offered':
      course.offeredAt = at;
      return;
    case 'offer-accepted':
      take(course, at);
      return;
    case 'work-resumed':
      course.activeSince ??= at;
      return;
    case 'work-wrapped-up':
      release(course, at);
      course.wrapUpSince = at;
      return;
    case 'work-deferred':
    case 'work-transferred':
    case 'work-released':
      release(course, at);
      return;
    case 'work-completed':
    case 'work-abandoned':
      end(course, at);
      course.isPoor = event.type === 'work-completed' && event.isPoor === true;
      return;
    default:
      // Nothing else says how long somebody was taken up.
      return;
  }
}

function take(course: Course, at: Instant): void {
  course.acceptMs ??= at - (course.offeredAt ?? at);
  course.activeSince = at;
  if (!course.isAnswered) course.waitMs = at - course.receivedAt;
  course.isAnswered = true;
}

function end(course: Course, at: Instant): void {
  if (!course.isAnswered) course.waitMs = at - course.receivedAt;
  release(course, at);
  course.isOver = true;
}

function release(course: Course, at: Instant): void {
  if (course.activeSince !== undefined) course.talkMs += at - course.activeSince;
  if (course.wrapUpSince !== undefined) course.wrapUpMs += at - course.wrapUpSince;
  course.activeSince = undefined;
  course.wrapUpSince = undefined;
}

const NO_COURSES: readonly Course[] = [];

function itemsOf(courses: ReadonlyMap<WorkId, Course>): RecordedDay['itemOf'] {
  const served = [...courses.values()].filter(({ isAnswered, isOver }) => isAnswered && isOver);
  const byChannel = Map.groupBy(served, ({ channel }) => channel);
  const usual = (channel: Channel, read: (course: Course) => number | undefined): number =>
    median((byChannel.get(channel) ?? NO_COURSES).flatMap((course) => read(course) ?? [])) ??
    median(served.flatMap((course) => read(course) ?? [])) ??
    0;
  const patience = estimateSurvival(
    [...courses.values()]
      .filter(({ channel, waitMs }) => isSynchronous(channel) && waitMs !== undefined)
      .map(({ waitMs = 0, isAnswered }) => ({ waitMs, hasAbandoned: !isAnswered })),
  );
  const patienceOf = (workId: WorkId, course: Course): number | undefined => {
    if (!course.isAnswered) return course.isOver ? course.waitMs : undefined;
    if (!isSynchronous(course.channel) || patience.stepMs.length === 0) return undefined;
    return drawPatienceMs(patience, randomOf(0, workId), course.waitMs ?? 0);
  };
  return (workId, channel) => {
    const course = courses.get(workId) ?? courseFrom(channel, 0);
    const { acceptMs, isAnswered, talkMs, wrapUpMs, isPoor } = course;
    return {
      acceptMs: acceptMs ?? usual(channel, (each) => each.acceptMs),
      talkMs: isAnswered ? talkMs : usual(channel, (each) => each.talkMs),
      wrapUpMs: isAnswered ? wrapUpMs : usual(channel, (each) => each.wrapUpMs),
      isPoor,
      patienceMs: patienceOf(workId, course),
    };
  };
}

function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)];
}
