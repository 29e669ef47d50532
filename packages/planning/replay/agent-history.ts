import type { LoggedCall, Service } from './logged-call.ts';

/** A call that the log shows an agent serving. */
export interface ServedCall {
  readonly call: LoggedCall;
  readonly service: Service;
}

/** What an agent did, by the time at which each service began. */
export interface AgentHistory {
  readonly agent: string;
  readonly served: readonly ServedCall[];
}

/**
 * What each agent of the log did, by his name. Calls of which the log does not know the agent or the
 * service are left out.
 */
export function historiesOf(calls: readonly LoggedCall[]): readonly AgentHistory[] {
  const served = new Map<string, ServedCall[]>();
  for (const call of calls) {
    if (call.agent === undefined || call.service === undefined) continue;
    const list = served.get(call.agent);
    const item = { call, service: call.service };
    if (list === undefined) served.set(call.agent, [item]);
    else list.push(item);
  }
  return [...served]
    .map(([agent, list]) => ({ agent, served: list.sort(byStart) }))
    .sort((a, b) => (a.agent < b.agent ? -1 : 1));
}

/** A stretch without a service between two that he had. */
export interface Gap {
  readonly fromAt: number;
  readonly untilAt: number;
  /** The service that ended it. */
  readonly next: ServedCall;
}

/**
 * The gaps between an agent's services, in order. Services that overlap, which logs show now and
 * then, have no gap between them.
 */
export function gapsOf({ served }: AgentHistory): readonly Gap[] {
  const gaps: Gap[] = [];
  let busyUntilAt: number | undefined;
  for (const next of served) {
    const { startedAt, endedAt } = next.service;
    if (busyUntilAt !== undefined && startedAt >= busyUntilAt) {
      gaps.push({ fromAt: busyUntilAt, untilAt: startedAt, next });
    }
    busyUntilAt = Math.max(busyUntilAt ?? endedAt, endedAt);
  }
  return gaps;
}

function byStart(a: ServedCall, b: ServedCall): number {
  return (
    a.service.startedAt - b.service.startedAt ||
    a.service.endedAt - b.service.endedAt ||
    a.call.lineNumber - b.call.lineNumber
  );
}
