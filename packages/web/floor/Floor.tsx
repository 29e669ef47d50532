import './floor.css';
import { lazy, Suspense, useState } from 'react';
import { AbsenceDialog } from './AbsenceDialog.tsx';
import { Fault } from '../design/Notes.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { type Above, type Chosen, ChosenPane } from './ChosenPane.tsx';
import { Figures, type SeenCounts, useFigures } from './Figures.tsx';
import { type Person, reservedCountOf } from './floor-model.ts';
import { type ItemFilters, NO_FILTERS } from './ItemList.tsx';
import { MessageDialog } from './MessageDialog.tsx';
import { MiddlePane, type MiddleView } from './MiddlePane.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import { ReadDialog } from './ReadDialog.tsx';
import { RiskPane } from './RiskPane.tsx';
import { useSkillNames } from '../skills/use-skill-names.ts';
import { type FloorView, useFloor } from './use-floor.ts';
import { useWords } from './words/words.ts';

/** It comes when somebody hands everybody on. */
const RehomeDialog = lazy(async () => {
  const { RehomeDialog: dialog } = await import('../bonds/RehomeDialog.tsx');
  return { default: dialog };
});

/** What will go wrong in the next hour, and what can I do? */
export function Floor() {
  const say = useWords();
  const floor = useFloor();
  useSkillNames();
  const [chosen, choose] = useState<Chosen>();
  const [above, open] = useState<Above>();
  const [view, setView] = useState<MiddleView>('people');
  const [filters, setFilters] = useState<ItemFilters>(NO_FILTERS);
  const figures = useFigures(floor.wallboard, countsOf(floor));
  const { item, agentId, person } = found(floor, chosen);
  const chooseItem = (id: string): void => choose({ kind: 'item', id });
  useKeys({
    'floor.move': () => {
      if (item === undefined || item.status === 'wrap-up') return false;
      open({ kind: 'move', item });
      return true;
    },
    'floor.message': () => {
      // Of a chosen item, whoever has it.
      const to = person ?? floor.byId.get(item?.agentId ?? '');
      if (to === undefined) return false;
      open({ kind: 'message', person: to });
      return true;
    },
  });
  if (floor.declined !== undefined) return <Fault>{floor.declined}</Fault>;
  return (
    <div className="floor">
      <h1 className="unseen">{say('place.floor')}</h1>
      <Figures figures={figures} />
      <div className="panes floor-panes">
        <RiskPane
          risks={floor.risks}
          items={floor.items ?? []}
          people={floor.byId}
          chosenId={item?.workId}
          onChoose={chooseItem}
          onShowLate={() => {
            setFilters({ ...NO_FILTERS, isLateOnly: true });
            setView('items');
          }}
        />
        <MiddlePane
          floor={floor}
          view={view}
          onView={setView}
          filters={filters}
          onFilter={setFilters}
          chosen={{ agentId, workId: item?.workId }}
          onChoosePerson={(id) => choose({ kind: 'person', id })}
          onChooseItem={chooseItem}
        />
        <ChosenPane
          floor={floor}
          chosen={chosen}
          item={item}
          person={person}
          onChoose={choose}
          onOpen={open}
        />
      </div>
      <Opened above={above} people={floor.people ?? []} onClose={() => open(undefined)} />
    </div>
  );
}

/** What was chosen, as far as it is still there; whoever has the chosen item can be told something, too. */
function found({ items, byId }: FloorView, chosen: Chosen | undefined) {
  const item =
    chosen?.kind === 'item' ? items?.find(({ workId }) => workId === chosen.id) : undefined;
  const agentId = chosen?.kind === 'person' ? chosen.id : undefined;
  return { item, agentId, person: byId.get(agentId ?? item?.agentId ?? '') };
}

function countsOf({ risks = [], items = [] }: ReturnType<typeof useFloor>): SeenCounts {
  const lateCount = risks.filter(({ why }) => why === 'late').length;
  const soonCount = risks.filter(({ why }) => why !== 'longest').length - lateCount;
  return { lateCount, soonCount, reservedCount: reservedCountOf(items) };
}

function Opened({
  above,
  people,
  onClose,
}: {
  readonly above: Above | undefined;
  readonly people: readonly Person[];
  readonly onClose: () => void;
}) {
  if (above === undefined) return null;
  if (above.kind === 'message') return <MessageDialog person={above.person} onClose={onClose} />;
  if (above.kind === 'absence') {
    return <AbsenceDialog person={above.person} people={people} onClose={onClose} />;
  }
  if (above.kind === 'rehome') {
    const { name, presence } = above.person;
    return (
      <Suspense fallback={null}>
        <RehomeDialog agentId={presence.agentId} name={name} onClose={onClose} />
      </Suspense>
    );
  }
  if (above.kind === 'move') {
    return <MoveDialog item={above.item} people={people} onClose={onClose} />;
  }
  return <ReadDialog interactionId={above.interactionId} name={above.name} onClose={onClose} />;
}
