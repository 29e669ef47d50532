import type { Policy } from '../routing/policy.ts';
import type { Instant } from '../time.ts';
import { alertDueAt } from './oracle-alerts.ts';
import { relaxationDueAt } from './oracle-relaxation.ts';
import { outageDueAt } from './oracle-outage.ts';
import type { Model } from './oracle-records.ts';
import { silencesOf } from './oracle-turns.ts';
import { windDownBoundaries } from './oracle-roster.ts';

/** The desk must look again at the first moment at which time alone brings something about, and at no other. */
export function dueFaults(
  model: Model,
  {
    at,
    policy,
    nextDueAt,
  }: { readonly at: Instant; readonly policy: Policy; readonly nextDueAt: Instant | undefined },
): readonly string[] {
  const { waiting, offered, deferred, 'wrap-up': wrapUp } = model.places;
  const moments = [
    ...[...deferred].map(({ deferredUntil }) => deferredUntil),
    ...silencesOf(model),
    ...[...offered].map(({ expiresAt }) => expiresAt),
    ...[...wrapUp].map(({ wrapUpEndsAt }) => wrapUpEndsAt),
    ...[...waiting, ...offered].map((item) => Math.max(at, alertDueAt(model, item, policy))),
    ...[...waiting].map((item) => Math.max(at, relaxationDueAt(model, item))),
    ...[...waiting].flatMap(({ reservation }) => reservation?.untilAt ?? []),
    ...[...waiting, ...offered].flatMap(({ exclusions }) => [...exclusions.values()]),
    ...[...model.agents.values()]
      .flatMap(({ busyIntervals }) => busyIntervals)
      .flatMap(({ fromAt, untilAt }) => [fromAt, untilAt])
      .filter((moment) => moment > at),
    ...[...model.agents.values()].flatMap((agent) => windDownBoundaries(model, agent, at)),
    Math.max(at, outageDueAt(model)),
    ...[...model.agents.values()].flatMap(({ absence }) => absence?.untilAt ?? []),
  ];
  const first = Math.min(...moments);
  const expected = first === Infinity ? undefined : first;
  if (nextDueAt === expected) return [];
  return [`the desk looks again at ${nextDueAt ?? 'no time'}, but ${expected ?? 'nothing'} is due`];
}
