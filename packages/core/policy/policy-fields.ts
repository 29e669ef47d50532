import type { Policy, ReservationPolicy } from '../routing/policy.ts';

/** What a number of the policy may be. Beyond these bounds the rule would be another one. */
export interface PolicyBounds {
  readonly min: number;
  readonly max: number;
  readonly isWhole: boolean;
}

/** One number of the policy. */
export interface PolicyField extends PolicyBounds {
  /** `bondBonus`, or `reservation.chatMsMax`. */
  readonly name: string;
}

/** The numbers of a policy by the names of their fields; those of reservations are left out where nothing is reserved. */
export type PolicyNumbers = Readonly<Record<string, number>>;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const BOUNDS: Readonly<Record<keyof Omit<Policy, 'reservation'>, PolicyBounds>> = {
  bondBonus: between(0, 2),
  urgencyCap: between(1, 10),
  ringMsSynchronous: whole(5_000, 2 * MINUTE_MS),
  ringMsAsynchronous: whole(5_000, HOUR_MS),
  exclusionMs: whole(1_000, HOUR_MS),
  transferMsSynchronous: whole(1_000, HOUR_MS),
  transferMsAsynchronous: whole(1_000, 7 * 24 * HOUR_MS),
  creditsMax: whole(0, 1_000),
  knownRingsMax: whole(1, 10),
  siteShare: between(0, 10),
  levelShare: between(0, 10),
  levelStepShare: between(0, 2),
  skillShare: between(0, 10),
  choiceMsSynchronous: whole(1_000, 4 * HOUR_MS),
  choiceMsAsynchronous: whole(1_000, 7 * 24 * HOUR_MS),
  approachingShare: between(0.1, 1),
  escalationMsSynchronous: whole(1_000, HOUR_MS),
  escalationMsAsynchronous: whole(1_000, 24 * HOUR_MS),
  handleMsSynchronous: whole(1_000, 4 * HOUR_MS),
  handleMsAsynchronous: whole(1_000, 24 * HOUR_MS),
  wrapUpMsSynchronous: whole(5_000, HOUR_MS),
  wrapUpMsAsynchronous: whole(5_000, HOUR_MS),
  wrapUpExtensionsMax: whole(0, 10),
  silenceMs: whole(1_000, HOUR_MS),
  windDownMs: whole(0, HOUR_MS),
  absenceUndoMs: whole(0, 24 * HOUR_MS),
  bondHalfLifeDays: whole(1, 3_650),
  bondStrengthMin: between(0, 0.5),
  outageWindowMs: whole(1_000, HOUR_MS),
  outageAgents: whole(2, 1_000),
  outageShare: between(0, 1),
};

const RESERVATION_BOUNDS: Readonly<Record<keyof ReservationPolicy, PolicyBounds>> = {
  chatMsMax: whole(0, 10 * MINUTE_MS),
  liveMsMax: whole(0, MINUTE_MS),
  liveChanceMin: between(0, 1),
  shareOfPromise: between(0, 1),
  liveMsPerDay: whole(0, 24 * HOUR_MS),
  knownLiveS: between(0, 3_600),
  knownOtherwiseS: between(0, 24 * 3_600),
  waitOtherwiseS: between(0, 10),
  abandonedS: between(0, 24 * 3_600),
  patienceMs: whole(1_000, HOUR_MS),
  idleS: between(0, 10),
  busyFromRatio: between(0, 1),
  fullFromRatio: between(0, 1),
  // A window of samples holds 512.
  samplesMin: whole(1, 500),
};

const OF_RESERVATION = 'reservation.';

/** Every number of the policy, in the order in which it is told. */
export const POLICY_FIELDS: readonly PolicyField[] = [
  ...Object.entries(BOUNDS).map(([name, bounds]) => ({ name, ...bounds })),
  ...Object.entries(RESERVATION_BOUNDS).map(([name, bounds]) => ({
    name: OF_RESERVATION + name,
    ...bounds,
  })),
];

/** The numbers of a policy by the names of their fields. */
export function policyNumbers({ reservation, ...own }: Policy): PolicyNumbers {
  const reserving = Object.entries<number>({ ...reservation }).map(
    ([name, value]): [string, number] => [OF_RESERVATION + name, value],
  );
  return { ...own, ...Object.fromEntries(reserving) };
}

/** The policy of which these are the numbers; one that reserves has all of those of reservations. */
export function policyOf(numbers: PolicyNumbers): Policy {
  const own: Record<string, number> = {};
  const reservation: Record<string, number> = {};
  for (const { name } of POLICY_FIELDS) {
    const value = numbers[name];
    if (value === undefined) continue;
    if (name.startsWith(OF_RESERVATION)) reservation[name.slice(OF_RESERVATION.length)] = value;
    else own[name] = value;
  }
  const isReserving = Object.keys(reservation).length > 0;
  // Whether any number is missing is looked at where the policy is set.
  return { ...own, ...(isReserving && { reservation }) } as unknown as Policy;
}

/** What is wrong with a policy: which number, and what it should be; undefined where all are in their bounds. */
export function policyFault(
  policy: Policy,
): { readonly field: string; readonly expected: string } | undefined {
  const numbers = policyNumbers(policy);
  const isReserving = policy.reservation !== undefined;
  for (const field of POLICY_FIELDS) {
    if (field.name.startsWith(OF_RESERVATION) && !isReserving) continue;
    if (!isWithin(field, numbers[field.name])) {
      return { field: field.name, expected: expectedOf(field) };
    }
  }
  return undefined;
}

function isWithin({ min, max, isWhole }: PolicyBounds, value: number | undefined): boolean {
  if (typeof value !== 'number' || !(value >= min && value <= max)) return false;
  return !isWhole || Number.isSafeInteger(value);
}

function expectedOf({ min, max, isWhole }: PolicyBounds): string {
  return `a ${isWhole ? 'whole number' : 'number'} from ${min} to ${max}`;
}

function whole(min: number, max: number): PolicyBounds {
  return { min, max, isWhole: true };
}

function between(min: number, max: number): PolicyBounds {
  return { min, max, isWhole: false };
}
