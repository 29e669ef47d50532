import type { AgentId } from '../id.ts';
import type { DeskEvent } from '../messages.ts';
import type { Instant } from '../time.ts';
import type { ModelDeclared } from './oracle-bonds.ts';
import type { Model } from './oracle-records.ts';

/** What a row says of somebody's bonds, until it is over. */
export interface Leaving {
  readonly agentId: AgentId;
  readonly kind: 'left' | 'rehomed' | 'restored';
  readonly heirId: AgentId | undefined;
  /** As all bonds were before. */
  readonly before: readonly ModelDeclared[];
}

/** What was moved of somebody, as it was before and as it was after. */
export type Moves = Map<AgentId, readonly { readonly was: ModelDeclared; readonly is: string }[]>;

/** Notes that somebody's bonds go to others, or back to him; the model has not taken in the event yet. */
export function leavingsOf(model: Model, event: DeskEvent): readonly Leaving[] {
  const before = [...model.people.declared];
  switch (event.type) {
    case 'agent-retired':
      return [{ agentId: event.agentId, kind: 'left', heirId: event.successorId, before }];
    case 'bonds-rehomed':
      return [{ agentId: event.agentId, kind: 'rehomed', heirId: event.toAgentId, before }];
    case 'bonds-restored':
      return [{ agentId: event.agentId, kind: 'restored', heirId: undefined, before }];
    default:
      return [];
  }
}

/** Nobody's bond stays with who left where anybody can have it; what comes back is what was taken, if nobody touched it. */
export function leaverFaults(
  model: Model,
  leavings: readonly Leaving[],
  { at, moves }: { readonly at: Instant; readonly moves: Moves },
): readonly string[] {
  return leavings.flatMap((leaving) => {
    if (leaving.kind === 'restored') return restoreFaults(model, leaving, { at, moves });
    const { agentId, heirId, before } = leaving;
    const his = before.filter(
      (each) => each.ownerId === agentId && (each.untilAt ?? Infinity) > at,
    );
    const wrong = his.flatMap((was) => {
      const heir =
        was.deputyIds.find((id) => id !== agentId && model.agents.has(id)) ?? heirId ?? agentId;
      const now = sameScope(model, was);
      return now?.ownerId === heir && !now.deputyIds.includes(heir)
        ? []
        : [`${describe(was)} is ${now?.ownerId}’s, not ${heir}’s, after ${agentId} gave it away`];
    });
    // What names nobody is no bond, but the end of one.
    const others = before.filter(
      (each) =>
        !his.includes(each) &&
        (each.untilAt ?? Infinity) > at &&
        (each.ownerId !== undefined || each.deputyIds.length > 0),
    );
    if (leaving.kind === 'rehomed') {
      const moved = his.map((was) => ({ was, is: describe(sameScope(model, was)) }));
      moves.set(
        agentId,
        moved.filter(({ was, is }) => describe(was) !== is),
      );
    }
    return [...wrong, ...touchedFaults(model, others)];
  });
}

function restoreFaults(
  model: Model,
  { agentId, before }: Leaving,
  { at, moves }: { readonly at: Instant; readonly moves: Moves },
): readonly string[] {
  const moved = moves.get(agentId);
  moves.delete(agentId);
  if (moved === undefined) return [`${agentId} has bonds again that nobody took`];
  return moved.flatMap(({ was, is }) => {
    if ((was.untilAt ?? Infinity) <= at) return [];
    const then = before.find((each) => isSameScope(each, was));
    const expected = describe(then) === is ? describe(was) : describe(then);
    const now = describe(sameScope(model, was));
    return now === expected ? [] : [`${now} stands where ${expected} should, of ${agentId}`];
  });
}

/** Whatever is somebody else's stays as it is. */
function touchedFaults(model: Model, others: readonly ModelDeclared[]): readonly string[] {
  return others
    .filter((each) => describe(sameScope(model, each)) !== describe(each))
    .map((each) => `${describe(each)} changed although somebody else gave his bonds away`);
}

function sameScope(model: Model, bond: ModelDeclared): ModelDeclared | undefined {
  return model.people.declared.find((each) => isSameScope(each, bond));
}

function isSameScope(a: ModelDeclared, b: ModelDeclared): boolean {
  return a.of === b.of && a.topic === b.topic && a.channel === b.channel && a.untilAt === b.untilAt;
}

function describe(bond: ModelDeclared | undefined): string {
  if (bond === undefined) return 'nothing';
  const { of, topic, channel, untilAt, ownerId, deputyIds } = bond;
  return JSON.stringify([of, topic, channel, untilAt, ownerId, deputyIds]);
}
