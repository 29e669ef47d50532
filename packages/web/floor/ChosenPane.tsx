import { Empty } from '../design/Notes.tsx';
import { Pane } from '../design/Pane.tsx';
import type { FloorItem, Person } from './floor-model.ts';
import { ItemPane } from './ItemPane.tsx';
import { PersonPane } from './PersonPane.tsx';
import type { FloorView } from './use-floor.ts';
import { useWords } from './words/words.ts';

/** Somebody or an item, as the supervisor chose. */
export type Chosen = { readonly kind: 'person' | 'item'; readonly id: string };

/** What is open above the floor. */
export type Above =
  | { readonly kind: 'move'; readonly item: FloorItem }
  | { readonly kind: 'message'; readonly person: Person }
  | { readonly kind: 'absence'; readonly person: Person }
  | { readonly kind: 'rehome'; readonly person: Person }
  | { readonly kind: 'read'; readonly interactionId: string; readonly name: string };

/** Who or what was chosen, with what can be done. */
export function ChosenPane({
  floor: { byId, directory, kindFor },
  chosen,
  item,
  person,
  onChoose,
  onOpen,
}: {
  readonly floor: FloorView;
  readonly chosen: Chosen | undefined;
  readonly item: FloorItem | undefined;
  readonly person: Person | undefined;
  readonly onChoose: (chosen: Chosen) => void;
  readonly onOpen: (above: Above) => void;
}) {
  const say = useWords();
  return (
    <Pane label={say('floor.chosen')} as="aside">
      <div className="pane-body" tabIndex={0} aria-label={say('floor.chosen')} role="group">
        {chosen === undefined && (
          <Empty title={say('floor.chosen-none')}>{say('floor.chosen-hint')}</Empty>
        )}
        {chosen?.kind === 'item' && item === undefined && <Empty>{say('floor.gone-item')}</Empty>}
        {item !== undefined && (
          <ItemPane
            key={item.workId}
            item={item}
            kind={kindFor(item)}
            people={byId}
            directory={directory}
            onChoosePerson={(id) => onChoose({ kind: 'person', id })}
            onMove={() => onOpen({ kind: 'move', item })}
            onRead={(interactionId, name) => onOpen({ kind: 'read', interactionId, name })}
          />
        )}
        {chosen?.kind === 'person' && person !== undefined && (
          <PersonPane
            person={person}
            team={directory.teams.get(person.profile?.teamId ?? '')}
            onChooseItem={(id) => onChoose({ kind: 'item', id })}
            onMessage={() => onOpen({ kind: 'message', person })}
            people={byId}
            onAbsence={() => onOpen({ kind: 'absence', person })}
            onRehome={() => onOpen({ kind: 'rehome', person })}
          />
        )}
      </div>
    </Pane>
  );
}
