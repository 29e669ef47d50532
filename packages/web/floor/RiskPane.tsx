import { Siren } from 'lucide-react';
import { IconButton } from '../design/Button.tsx';
import { KeyHints } from '../design/Keys.tsx';
import { BoneRows, Empty } from '../design/Notes.tsx';
import { Pane } from '../design/Pane.tsx';
import { useSteady } from '../design/use-steady.ts';
import { keyName } from '../keys/key-map.ts';
import { askEmergency } from '../emergencies/declaring.ts';
import { type FloorItem, nextDueAt, type Person, type Risk } from './floor-model.ts';
import { ItemRow } from './ItemRow.tsx';
import { moveInList } from './move-in-list.ts';
import { riskLine } from './risk-line.ts';
import { useWords } from './words/words.ts';

/** Nobody looks at more at once. */
const SHOWN_MAX = 30;

/** What is late or will be, with why. */
export function RiskPane({
  risks,
  items,
  people,
  chosenId,
  onChoose,
  onShowLate,
}: {
  /** Undefined until the floor is here. */
  readonly risks: readonly Risk[] | undefined;
  readonly items: readonly FloorItem[];
  readonly people: ReadonlyMap<string, Person>;
  readonly chosenId: string | undefined;
  readonly onChoose: (workId: string) => void;
  readonly onShowLate: () => void;
}) {
  const say = useWords();
  const { entries, isGone, newCount, hold } = useSteady(risks ?? [], riskId, {
    count: SHOWN_MAX,
  });
  const riskCount = risks?.filter(({ why }) => why !== 'longest').length;
  return (
    <Pane label={say('floor.risk')} as="aside">
      <div className="pane-head">
        <h2>{say('floor.risk')}</h2>
        <span className="count">{riskCount ?? ''}</span>
        {riskCount === 0 && entries.length > 0 && (
          <span className="hint cut">{say('floor.risk-none')}</span>
        )}
        <span className="grow" />
        <IconButton label={say('floor.emergency')} onClick={() => askEmergency(true)}>
          <Siren size={14} aria-hidden />
        </IconButton>
      </div>
      <div className="pane-body" {...hold}>
        {risks === undefined && <BoneRows count={6} height={52} />}
        {risks !== undefined && entries.length === 0 && <Quiet items={items} />}
        <ul className="rows" aria-label={say('floor.risk')} onKeyDown={moveInList}>
          {entries.map((risk, slot) => (
            // By place, so that a list that changes by itself moves nothing on the screen.
            <li key={slot}>
              <ItemRow
                item={risk.item}
                isChosen={risk.item.workId === chosenId}
                onChoose={() => onChoose(risk.item.workId)}
                lineOf={(card) =>
                  isGone(risk) ? say('floor.gone-row') : riskLine(risk, card, people)
                }
                isGone={isGone(risk)}
                hasReason
              />
            </li>
          ))}
        </ul>
      </div>
      <Foot newCount={newCount} allCount={risks?.length ?? 0} onShowLate={onShowLate} />
    </Pane>
  );
}

function Quiet({ items }: { readonly items: readonly FloorItem[] }) {
  const say = useWords();
  const nextAt = nextDueAt(items);
  return (
    <Empty title={say('floor.risk-empty')}>
      {nextAt === undefined ? say('floor.risk-quiet') : say('floor.risk-next', { at: nextAt })}
    </Empty>
  );
}

/** What keys do, or what there is to say instead, at the same place. */
function Foot({
  newCount,
  allCount,
  onShowLate,
}: {
  readonly newCount: number;
  readonly allCount: number;
  readonly onShowLate: () => void;
}) {
  const say = useWords();
  const moreCount = allCount - SHOWN_MAX;
  if (newCount === 0 && moreCount <= 0) {
    return (
      <KeyHints
        hints={[
          ['↑ ↓', say('floor.keys.move-about')],
          [keyName('floor.move') ?? '', say('floor.keys.move')],
          [keyName('floor.message') ?? '', say('floor.keys.message')],
        ]}
      />
    );
  }
  return (
    <div className="list-foot">
      {newCount > 0 && <span>{say('floor.held', { count: newCount })}</span>}
      {newCount === 0 && moreCount > 0 && (
        <button type="button" className="link" onClick={onShowLate}>
          {say('floor.risk-more', { count: moreCount })}
        </button>
      )}
    </div>
  );
}

function riskId({ item }: Risk): string {
  return item.workId;
}
