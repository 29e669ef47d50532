import {
  type AgentId,
  CALLBACK_ATTEMPTS,
  callbackOffers,
  choosableAgents,
  type Desk,
  type Instant,
  isPromised,
  waitForAgent,
  waitForAnybody,
  type WorkId,
} from '@rapport/core';
import type { WaitChoices } from '@rapport/protocol';
import type { Kysely } from 'kysely';
import { agentNames } from '../agents/agent-names.ts';
import { callbackNumber } from '../callbacks/callback-numbers.ts';
import { callingCodes } from '../callbacks/called-number.ts';
import type { Host } from '../host/host.ts';
import type { CentreSettings } from '../organisation/centre-settings.ts';
import type { Tables } from '../store/tables.ts';

interface Asked {
  readonly db: Kysely<Tables>;
  readonly centre: string;
  readonly host: Host;
  readonly now: () => Instant;
  readonly settings: Pick<CentreSettings, 'current'>;
}

type Nameless<Named> = Omit<Named, 'piiName' | 'agentId'> & { readonly agentId: AgentId };

type Found = Omit<WaitChoices, 'agents' | 'callbacks' | 'callback'> & {
  readonly agents: readonly Nameless<WaitChoices['agents'][number]>[];
  readonly callbacks: readonly Nameless<WaitChoices['callbacks'][number]>[];
  readonly callback?: Nameless<NonNullable<WaitChoices['callback']>>;
};

/** So many moments of each who could call. */
const MOMENTS_MAX = 4;

/**
 * For whom the customer of an item may wait, and who could call him when. Undefined where there is no such open
 * item. Only the visitor himself is told at which number he is called.
 */
export async function choicesOf(
  rooms: Asked,
  workId: WorkId,
  { isVisitor = false } = {},
): Promise<WaitChoices | undefined> {
  const { host, now, settings } = rooms;
  const isCalling = callingCodes(settings.current()).length > 0;
  const found = await host.ask((desk) => {
    const at = Math.max(now(), desk.lastAt);
    const waits = choicesIn(desk, workId, at);
    return waits && { ...waits, ...callsIn(desk, { workId, at, isCalling }) };
  });
  if (found === undefined) return undefined;
  const { agents, callbacks, callback, ...said } = found;
  const all = [...agents, ...callbacks, ...(callback ? [callback] : [])];
  const names = await agentNames(
    rooms,
    all.map(({ agentId }) => agentId),
  );
  const named = <Each extends { readonly agentId: AgentId }>(each: Each) => ({
    ...each,
    piiName: names.get(each.agentId) ?? each.agentId,
  });
  const piiPhone = callback && isVisitor ? await callbackNumber(rooms, workId) : undefined;
  return {
    ...said,
    agents: agents.map(named),
    callbacks: callbacks.map(named),
    ...(callback && {
      callback: { ...named(callback), ...(piiPhone !== undefined && { piiPhone }) },
    }),
  };
}

/** Who could call, and who has promised to; where the centre calls nobody, only what was promised before. */
function callsIn(
  desk: Desk,
  { workId, at, isCalling }: { workId: WorkId; at: Instant; isCalling: boolean },
): Pick<Found, 'callbacks' | 'callback'> {
  const work = desk.work.get(workId);
  if (work === undefined) return { callbacks: [] };
  const offers = isCalling ? callbackOffers(desk, { work, at }, MOMENTS_MAX) : [];
  const { agent, callback } = work;
  const promised =
    isPromised(work) && agent && callback
      ? {
          ...{ agentId: agent.id, dueAt: callback.dueAt, attempt: callback.attemptCount + 1 },
          attemptMax: CALLBACK_ATTEMPTS,
        }
      : undefined;
  return {
    callbacks: offers.map((offer) => ({ agentId: offer.agent.id, moments: [...offer.moments] })),
    ...(promised && { callback: promised }),
  };
}

function choicesIn(
  desk: Desk,
  workId: WorkId,
  at: Instant,
): Omit<Found, 'callbacks' | 'callback'> | undefined {
  const work = desk.work.get(workId);
  if (work === undefined) return undefined;
  if (work.status !== 'waiting') return { agents: [] };
  const anybodyMs = waitForAnybody(desk, work);
  const { isChosen = false, agents: [chosen] = [], untilAt = at } = work.reservation ?? {};
  return {
    agents: choosableAgents(desk, work, at).map(({ agent, keptUntilAt }) => {
      const wait = waitForAgent(desk, { work, agent, at });
      const rounded = wait && { evenMs: Math.ceil(wait.evenMs), longMs: Math.ceil(wait.longMs) };
      return { agentId: agent.id, keptUntilAt, ...(rounded && { wait: rounded }) };
    }),
    ...(anybodyMs !== undefined && { anybodyMs }),
    ...(isChosen && chosen && { chosenId: chosen.id, keptUntilAt: untilAt }),
  };
}
