import type { Policy } from '@rapport/protocol';

type Field = Policy['fields'][number];

/** In what people type a number of the policy, and how many of its own it is. */
const UNITS = {
  second: 1_000,
  minute: 60_000,
  hour: 3_600_000,
  days: 1,
  percent: 0.01,
  /** Promised times. */
  times: 1,
  /** Seconds of one customer's waiting. */
  waited: 1,
  plain: 1,
} as const;

export type PolicyUnit = keyof typeof UNITS;

/** Which numbers belong together, in the order in which they are shown, and in what they are typed. */
export const POLICY_GROUPS: Readonly<Record<string, Readonly<Record<string, PolicyUnit>>>> = {
  order: { bondBonus: 'percent', urgencyCap: 'times' },
  offers: {
    ringMsSynchronous: 'second',
    ringMsAsynchronous: 'second',
    exclusionMs: 'minute',
    transferMsSynchronous: 'second',
    transferMsAsynchronous: 'minute',
    creditsMax: 'plain',
    knownRingsMax: 'plain',
  },
  needs: {
    siteShare: 'percent',
    levelShare: 'percent',
    levelStepShare: 'percent',
    skillShare: 'percent',
  },
  choices: { choiceMsSynchronous: 'minute', choiceMsAsynchronous: 'hour' },
  alerts: {
    approachingShare: 'percent',
    escalationMsSynchronous: 'second',
    escalationMsAsynchronous: 'minute',
    handleMsSynchronous: 'minute',
    handleMsAsynchronous: 'minute',
    outageWindowMs: 'second',
    outageAgents: 'plain',
    outageShare: 'percent',
  },
  duty: {
    wrapUpMsSynchronous: 'second',
    wrapUpMsAsynchronous: 'second',
    wrapUpExtensionsMax: 'plain',
    silenceMs: 'minute',
    windDownMs: 'minute',
    absenceUndoMs: 'minute',
  },
  bonds: { bondHalfLifeDays: 'days', bondStrengthMin: 'percent' },
  reservation: {
    'reservation.chatMsMax': 'second',
    'reservation.liveMsMax': 'second',
    'reservation.liveChanceMin': 'percent',
    'reservation.shareOfPromise': 'percent',
    'reservation.liveMsPerDay': 'minute',
    'reservation.knownLiveS': 'waited',
    'reservation.knownOtherwiseS': 'waited',
    'reservation.waitOtherwiseS': 'waited',
    'reservation.abandonedS': 'waited',
    'reservation.patienceMs': 'second',
    'reservation.idleS': 'waited',
    'reservation.busyFromRatio': 'percent',
    'reservation.fullFromRatio': 'percent',
    'reservation.samplesMin': 'plain',
  },
};

/** What a preview shows nothing of: its agents take whatever they are offered, and nobody chooses or is silent. */
export const NOT_PREVIEWED: readonly string[] = [
  'ringMsSynchronous',
  'ringMsAsynchronous',
  'exclusionMs',
  'transferMsSynchronous',
  'transferMsAsynchronous',
  'knownRingsMax',
  'choiceMsSynchronous',
  'choiceMsAsynchronous',
  'wrapUpExtensionsMax',
  'silenceMs',
  ...Object.keys(POLICY_GROUPS['alerts'] ?? {}),
];

const OF_RESERVATION = 'reservation.';
const UNIT_OF = new Map(Object.values(POLICY_GROUPS).flatMap((group) => Object.entries(group)));

/** In what a number is typed; undefined where it is none of the policy. */
export function unitOf(name: string): PolicyUnit | undefined {
  return UNIT_OF.get(name);
}

/** A number in the unit in which it is typed. */
export function inUnit(value: number, unit: PolicyUnit): number {
  // 0.55 ÷ 0.01 is not quite 55.
  return Number((value / UNITS[unit]).toPrecision(12));
}

/** What is typed of a policy: a text for each number, and whether anything is reserved at all. */
export type PolicyDraft = Readonly<Record<string, string>>;

export const RESERVES = 'reserves';
const YES = 'yes';

/** What stands in the fields before anybody types; numbers that are not set as they are by default. */
export function policyDraft({ numbers, fields }: Policy): PolicyDraft {
  const texts = fields.map(({ name, byDefault }): [string, string] => [
    name,
    typedText(name, numbers[name] ?? byDefault),
  ]);
  const isReserving = fields.some(({ name }) => isOfReservation(name) && name in numbers);
  return { [RESERVES]: reservesText(isReserving), ...Object.fromEntries(texts) };
}

/** A number as it would be typed. */
export function typedText(name: string, value: number): string {
  return String(inUnit(value, unitOf(name) ?? 'plain'));
}

export function reservesText(isReserving: boolean): string {
  return isReserving ? YES : '';
}

export function isReserving(draft: PolicyDraft): boolean {
  return draft[RESERVES] === YES;
}

/** What is typed for a number, in its own measure; NaN where that is no number. */
function typedNumber({ name, isWhole }: Field, draft: PolicyDraft): number {
  const text = (draft[name] ?? '').trim();
  if (text === '') return Number.NaN;
  const value = Number(text) * UNITS[unitOf(name) ?? 'plain'];
  // A thousandth of a unit has no meaning in whole ms; half a ring has one in whole rings, and is refused.
  return isWhole && unitOf(name) !== 'plain' ? Math.round(value) : Number(value.toPrecision(12));
}

/** Whether what is typed for a number can be. */
export function isWithin(field: Field, draft: PolicyDraft): boolean {
  const value = typedNumber(field, draft);
  return value >= field.min && value <= field.max && (!field.isWhole || Number.isInteger(value));
}

/** The fields that count for a draft: those of reservations only where anything is reserved. */
export function fieldsOf({ fields }: Policy, draft: PolicyDraft): readonly Field[] {
  return fields.filter(({ name }) => isReserving(draft) || !isOfReservation(name));
}

/** The numbers that are typed, by their names. */
export function typedNumbers(policy: Policy, draft: PolicyDraft): Record<string, number> {
  return Object.fromEntries(
    fieldsOf(policy, draft).map((field) => [field.name, typedNumber(field, draft)]),
  );
}

/** Whether what is typed differs from what a number is by default. */
export function isOwn(field: Field, draft: PolicyDraft): boolean {
  return typedNumber(field, draft) !== field.byDefault;
}

function isOfReservation(name: string): boolean {
  return name.startsWith(OF_RESERVATION);
}
