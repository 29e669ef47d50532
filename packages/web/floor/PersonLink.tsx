import { Presence } from '../design/Presence.tsx';
import type { Person } from './floor-model.ts';
import { presenceOf, stateName } from './state-name.ts';

/** Somebody and how he is there; chosen, he is shown. */
export function PersonLink({
  person,
  onChoose,
}: {
  readonly person: Person;
  readonly onChoose: (agentId: string) => void;
}) {
  return (
    <span className="person-link">
      <button type="button" className="link" onClick={() => onChoose(person.presence.agentId)}>
        <bdi>{person.name}</bdi>
      </button>
      <Presence presence={presenceOf(person)} />
      <span className="hint">{stateName(person)}</span>
    </span>
  );
}
