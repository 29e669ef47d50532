import { Button } from '../design/Button.tsx';
import { BoneRows } from '../design/Notes.tsx';
import { Pane } from '../design/Pane.tsx';
import { type ItemFilters, ItemList } from './ItemList.tsx';
import type { Person } from './floor-model.ts';
import { PeopleGrid } from './PeopleGrid.tsx';
import { presenceOf } from './state-name.ts';
import type { FloorView } from './use-floor.ts';
import { useWords } from './words/words.ts';

export type MiddleView = 'people' | 'items';

/** Who does what, or everything that is open. */
export function MiddlePane({
  floor,
  view,
  onView,
  filters,
  onFilter,
  chosen,
  onChoosePerson,
  onChooseItem,
}: {
  readonly floor: FloorView;
  readonly view: MiddleView;
  readonly onView: (view: MiddleView) => void;
  readonly filters: ItemFilters;
  readonly onFilter: (filters: ItemFilters) => void;
  readonly chosen: { readonly agentId: string | undefined; readonly workId: string | undefined };
  readonly onChoosePerson: (agentId: string) => void;
  readonly onChooseItem: (workId: string) => void;
}) {
  const say = useWords();
  const { people, items, openCount, byId, directory } = floor;
  const counts = { people: people?.length ?? '', items: items === undefined ? '' : openCount };
  return (
    <Pane label={say(`floor.${view}`)}>
      <div className="pane-head">
        {(['people', 'items'] as const).map((each) => (
          <Button
            key={each}
            kind="bare"
            size="small"
            aria-pressed={view === each}
            onClick={() => onView(each)}
          >
            {say(`floor.${each}`)}
            <span className="count">{counts[each]}</span>
          </Button>
        ))}
        <span className="grow" />
        <span className="hint num">
          {people !== undefined && say('floor.people-count', countsOf(people))}
        </span>
      </div>
      {view === 'people' && (
        <PeopleGrid people={people} chosenId={chosen.agentId} onChoose={onChoosePerson} />
      )}
      {view === 'items' && items === undefined && <BoneRows count={8} height={44} />}
      {view === 'items' && items !== undefined && (
        <ItemList
          items={items}
          openCount={openCount}
          people={byId}
          directory={directory}
          filters={filters}
          onFilter={onFilter}
          chosenId={chosen.workId}
          onChoose={onChooseItem}
        />
      )}
    </Pane>
  );
}

/** How many do what, as their cards say it. */
function countsOf(people: readonly Person[]) {
  const states = people.map(presenceOf);
  const count = (state: ReturnType<typeof presenceOf>): number =>
    states.filter((each) => each === state).length;
  return {
    available: count('available'),
    working: count('busy'),
    away: count('away'),
    off: count('off'),
  };
}
