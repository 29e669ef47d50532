import { Button } from '../design/Button.tsx';
import { BoneRows } from '../design/Notes.tsx';
import { Pane } from '../design/Pane.tsx';
import { type ItemFilters, ItemList } from './ItemList.tsx';
import { PeopleGrid } from './PeopleGrid.tsx';
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
          {people !== undefined &&
            say('floor.people-count', {
              ready: people.filter(({ presence }) => presence.state === 'ready').length,
              all: people.length,
            })}
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
