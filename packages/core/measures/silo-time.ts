import type { Requirement } from '../agents/skill.ts';
import type { Channel } from '../channel.ts';
import type { AgentId, WorkId } from '../id.ts';
import type { DeskEvent } from '../messages.ts';
import type { Instant } from '../time.ts';
import type { WorkEvent } from '../work/work-messages.ts';
import {
  changeSiloAgent,
  isAble,
  type Fitness,
  freedomFor,
  keepsFromWork,
  isWithinTies,
  type SiloAgent,
  siloAgent,
} from './silo-agent.ts';
import { addPassed, settleKind, type SiloKind, siloKind } from './silo-kind.ts';
import { siloCheckpoint, type SiloItem } from './silo-checkpoint.ts';
import type { ExclusionReason, SiloMs, Ties } from './silo-reasons.ts';

/**
 * Silo time: how long items waited while somebody able was available, by the reason why he did not have them.
 * An item that rings with one agent is not waiting. Each moment belongs to one reason, so that the sums add
 * up, and what no rule explains would be `unexplained`.
 *
 * An event costs O(kinds of work that its agent is able to do, and the items of these that some have let
 * go), whatever waits. Memory: agents, open items, and kinds ever asked for.
 */
export class SiloTime {
  readonly #ties: Ties;
  readonly #agents = new Map<AgentId, SiloAgent>();
  readonly #items = new Map<WorkId, SiloItem>();
  readonly #kinds = new Map<string, SiloKind>();
  readonly #totals = {
    declined: 0,
    missed: 0,
    'handed-on': 0,
    'kept-apart': 0,
    reserved: 0,
    'break-near': 0,
    department: 0,
    'personal-queue': 0,
    unexplained: 0,
  };

  /** `ties` says which skills are borders and no abilities; none where it is left out. */
  constructor(ties: Ties = () => undefined) {
    this.#ties = ties;
  }

  take(event: DeskEvent, at: Instant): void {
    switch (event.type) {
      case 'agent-registered': {
        const agent = siloAgent(event);
        this.#agents.set(event.agentId, agent);
        this.#renewKinds(agent, at);
        return;
      }
      case 'agent-changed':
      case 'agent-state-changed':
      case 'busy-intervals-set':
      case 'agent-busy-began':
      case 'agent-busy-ended':
        this.#changeAgent(event, at);
        return;
      case 'agent-retired':
        this.#retire(event.agentId, at);
        return;
      case 'work-received':
        this.#receive(event, at);
        return;
      default:
        if ('workId' in event) this.#changeItem(event, at);
        else if (keepsFromWork(event)) this.#changeAgent(event, at);
    }
  }

  /** How long until `at`, by reason. */
  figures(at: Instant): SiloMs {
    const totals = { ...this.#totals };
    for (const kind of this.#kinds.values()) addPassed(kind, at, totals);
    return totals;
  }

  /** See `siloCheckpoint`. */
  checkpoint(): readonly DeskEvent[] {
    return siloCheckpoint(this.#agents.values(), this.#items.values());
  }

  #changeAgent(event: Parameters<typeof changeSiloAgent>[1], at: Instant): void {
    const agent = this.#agents.get(event.agentId);
    if (agent === undefined) return;
    if (changeSiloAgent(agent, event, at)) this.#renewKinds(agent, at);
    else this.#renewFree(agent, at);
  }

  #retire(agentId: AgentId, at: Instant): void {
    const agent = this.#agents.get(agentId);
    if (agent === undefined) return;
    this.#dropKinds(agent, at);
    this.#agents.delete(agentId);
  }

  #receive(event: Extract<DeskEvent, { type: 'work-received' }>, at: Instant): void {
    const { workId: id, channel, requirements } = event;
    const kind = this.#kindOf(channel, requirements, at);
    const exclusions = new Map<AgentId, ExclusionReason>();
    const idle = { isWaiting: false, isReserved: false, ...NOBODY };
    const item = { id, channel, kind, ...idle, exclusions, apart: NOBODY_APART };
    this.#items.set(id, item);
    this.#wait(item, at);
  }

  #changeItem(
    event: Exclude<WorkEvent, { type: 'desk-resumed' | 'work-received' }>,
    at: Instant,
  ): void {
    const item = this.#items.get(event.workId);
    if (item === undefined) return;
    switch (event.type) {
      case 'work-offered':
        this.#stopWaiting(item, at);
        item.isReserved = false;
        item.offeredTo = event.agentId;
        this.#setOffer(event.agentId, true, at);
        return;
      case 'offer-accepted':
        item.exclusions.clear();
        item.apart = NOBODY_APART;
        this.#carry(event.agentId, item, at);
        return;
      case 'offer-declined':
      case 'offer-expired':
      case 'offer-withdrawn':
        if (event.type !== 'offer-withdrawn') {
          const reason = event.type === 'offer-declined' ? 'declined' : 'missed';
          item.exclusions.set(event.agentId, reason);
        }
        this.#setOffer(event.agentId, false, at);
        this.#wait(item, at);
        return;
      case 'work-transferred':
        this.#transfer(item, event, at);
        return;
      case 'deferral-handed':
        item.deferredBy = event.toAgentId;
        return;
      case 'work-released':
        this.#letGo(event.agentId, item, at);
        this.#wait(item, at);
        return;
      default:
        this.#carryOn(item, event, at);
    }
  }

  #carryOn(
    item: SiloItem,
    event: Exclude<WorkEvent, { type: 'desk-resumed' | 'work-received' }>,
    at: Instant,
  ): void {
    switch (event.type) {
      case 'work-deferred':
        item.deferredBy = event.agentId;
        item.silentFor = undefined;
        this.#letGo(event.agentId, item, at);
        return;
      case 'work-resumed':
        if (item.silentFor === undefined) this.#carry(event.agentId, item, at);
        return;
      case 'customer-fell-silent':
        this.#letGo(event.agentId, item, at);
        item.silentFor = event.agentId;
        return;
      case 'customer-heard':
        if (item.silentFor !== undefined) this.#carry(item.silentFor, item, at);
        return;
      case 'work-completed':
        this.#letGo(event.agentId, item, at);
        this.#items.delete(item.id);
        return;
      case 'work-abandoned':
        this.#abandon(item, at);
        return;
      default:
        this.#putOffOrBack(item, event, at);
    }
  }

  #putOffOrBack(item: SiloItem, event: WorkEvent, at: Instant): void {
    switch (event.type) {
      case 'callback-promised':
      case 'work-paused':
        this.#putOff(item, event.agentId, at);
        return;
      case 'deferral-ended':
      case 'pause-ended':
      case 'work-recalled':
        this.#wait(item, at);
        return;
      default:
        this.#waitOn(item, event, at);
    }
  }

  /** Of held and wrapped up neither who waits nor who is free changes. */
  #waitOn(item: SiloItem, event: WorkEvent, at: Instant): void {
    switch (event.type) {
      case 'work-queued':
        this.#keepApart(item, event.refusedIds ?? [], at);
        return;
      case 'exclusion-ended':
        this.#allow(item, event.agentId, at);
        return;
      case 'work-relaxed':
        this.#stopWaiting(item, at);
        item.kind = this.#kindOf(item.channel, event.requirements, at);
        this.#wait(item, at);
        return;
      case 'work-assigned':
        this.#assign(item, event.toAgentId, at);
        return;
      case 'wait-chosen':
        this.#setReserved(item, event.agentId !== undefined, at);
        return;
      case 'work-reserved':
      case 'reservation-ended':
        this.#setReserved(item, event.type === 'work-reserved', at);
        if (event.type === 'work-reserved') this.#keepApart(item, event.refusedIds ?? [], at);
        return;
      default:
    }
  }

  /** Whoever is to be called, or is being answered in another item, waits no more until then, and nobody is passed over any more. */
  #putOff(item: SiloItem, agentId: AgentId, at: Instant): void {
    if (item.isWaiting) this.#stopWaiting(item, at);
    item.isReserved = false;
    item.exclusions.clear();
    item.apart = NOBODY_APART;
    item.deferredBy = agentId;
  }

  /** The event does not say who was being offered it. */
  #abandon(item: SiloItem, at: Instant): void {
    if (item.isWaiting) this.#stopWaiting(item, at);
    else if (item.offeredTo !== undefined) this.#setOffer(item.offeredTo, false, at);
    this.#items.delete(item.id);
  }

  #transfer(
    item: SiloItem,
    event: Extract<DeskEvent, { type: 'work-transferred' }>,
    at: Instant,
  ): void {
    item.exclusions.set(event.agentId, 'handed-on');
    if (event.requirements !== undefined) {
      item.kind = this.#kindOf(item.channel, event.requirements, at);
    }
    this.#letGo(event.agentId, item, at);
    this.#wait(item, at);
  }

  #assign(item: SiloItem, agentId: AgentId | undefined, at: Instant): void {
    if (agentId !== undefined) this.#allow(item, agentId, at);
    if (item.isReserved) this.#setReserved(item, false, at);
  }

  #setReserved(item: SiloItem, isReserved: boolean, at: Instant): void {
    this.#stopWaiting(item, at);
    item.isReserved = isReserved;
    this.#wait(item, at);
  }

  #allow(item: SiloItem, agentId: AgentId, at: Instant): void {
    const { isWaiting } = item;
    if (isWaiting) this.#stopWaiting(item, at);
    item.exclusions.delete(agentId);
    if (isWaiting) this.#wait(item, at);
  }

  /** Whoever waits says each time who is never asked for him. */
  #keepApart(item: SiloItem, agentIds: readonly AgentId[], at: Instant): void {
    if (agentIds.length === 0 && item.apart.length === 0) return;
    this.#stopWaiting(item, at);
    item.apart = agentIds;
    this.#wait(item, at);
  }

  #wait(item: SiloItem, at: Instant): void {
    const { kind } = item;
    settleKind(kind, at, this.#totals);
    Object.assign(item, NOBODY);
    item.isWaiting = true;
    const isForAll = item.exclusions.size === 0 && item.apart.length === 0 && !item.isReserved;
    if (!isForAll) kind.excluding.add(item);
    else kind.plainCount += 1;
  }

  #stopWaiting(item: SiloItem, at: Instant): void {
    const { kind } = item;
    settleKind(kind, at, this.#totals);
    item.isWaiting = false;
    if (!kind.excluding.delete(item)) kind.plainCount -= 1;
  }

  #setOffer(agentId: AgentId, hasOffer: boolean, at: Instant): void {
    const agent = this.#agents.get(agentId);
    if (agent === undefined) return;
    agent.hasOffer = hasOffer;
    this.#renewFree(agent, at);
  }

  /** Accepted, or taken up again after it had been put off. */
  #carry(agentId: AgentId, item: SiloItem, at: Instant): void {
    const agent = this.#agents.get(agentId);
    if (agent === undefined) return;
    if (item.offeredTo === agentId) agent.hasOffer = false;
    Object.assign(item, NOBODY);
    agent.carried.set(item.id, item.channel);
    this.#renewFree(agent, at);
  }

  #letGo(agentId: AgentId, item: SiloItem, at: Instant): void {
    const agent = this.#agents.get(agentId);
    if (agent?.carried.delete(item.id) === true) this.#renewFree(agent, at);
  }

  #renewFree(agent: SiloAgent, at: Instant): void {
    for (const [kind, fitness] of agent.kinds) {
      const freedom = freedomFor(agent, kind.channel);
      if (freedom === fitness.freedom) continue;
      settleKind(kind, at, this.#totals);
      count(kind, agent.id, { ...fitness, step: -1 });
      fitness.freedom = freedom;
      count(kind, agent.id, { ...fitness, step: 1 });
    }
  }

  #renewKinds(agent: SiloAgent, at: Instant): void {
    this.#dropKinds(agent, at);
    for (const kind of this.#kinds.values()) this.#join(agent, kind, at);
  }

  #dropKinds(agent: SiloAgent, at: Instant): void {
    for (const [kind, fitness] of agent.kinds) {
      settleKind(kind, at, this.#totals);
      count(kind, agent.id, { ...fitness, step: -1 });
    }
    agent.kinds.clear();
  }

  #join(agent: SiloAgent, kind: SiloKind, at: Instant): void {
    if (!isAble(agent, kind)) return;
    settleKind(kind, at, this.#totals);
    const isFit = isWithinTies(agent, kind);
    const fitness = { isFit, freedom: freedomFor(agent, kind.channel) };
    agent.kinds.set(kind, fitness);
    count(kind, agent.id, { ...fitness, step: 1 });
  }

  /** A kind that is asked for the first time looks at every agent once. */
  #kindOf(channel: Channel, requirements: readonly Requirement[], at: Instant): SiloKind {
    const sorted = requirements.toSorted((a, b) => (a.skill < b.skill ? -1 : 1));
    const key = JSON.stringify([
      channel,
      ...sorted.map(({ skill, minLevel }) => [skill, minLevel]),
    ]);
    const known = this.#kinds.get(key);
    if (known !== undefined) return known;
    const kind = siloKind(channel, sorted, this.#ties);
    kind.settledAt = at;
    this.#kinds.set(key, kind);
    for (const agent of this.#agents.values()) this.#join(agent, kind, at);
    return kind;
  }
}

const NOBODY_APART: readonly AgentId[] = [];

/** What an item is while it is in nobody's hands. */
const NOBODY = { offeredTo: undefined, deferredBy: undefined, silentFor: undefined } as const;

function count(
  kind: SiloKind,
  agentId: AgentId,
  { isFit, freedom, step }: Fitness & { readonly step: 1 | -1 },
): void {
  if (freedom === 'none') return;
  if (freedom === 'winding-down') {
    if (isFit) kind.windingDownCount += step;
  } else if (!isFit) kind.freeBeyondCount += step;
  else if (step === 1) kind.free.add(agentId);
  else kind.free.delete(agentId);
}
