import { memo, useLayoutEffect, useState } from 'react';
import { ChannelGlyph } from '../design/ChannelGlyph.tsx';
import { KeyHints } from '../design/Keys.tsx';
import { keyName } from '../keys/key-map.ts';
import { Face } from '../design/Face.tsx';
import { BoneRows, Empty } from '../design/Notes.tsx';
import { Presence } from '../design/Presence.tsx';
import { useSteady } from '../design/use-steady.ts';
import type { Person } from './floor-model.ts';
import { Since } from './ItemRow.tsx';
import { presenceOf, stateName } from './state-name.ts';
import { type Sight, useSight } from './use-sight.ts';
import { useWords } from './words/words.ts';

/** More signs than this are a number. */
const SIGNS_MAX = 5;
/** Of a card and the gap below it, as the style has them; and what is kept free around all. */
const ROW_HEIGHT = 92;
const EDGE = 10;

/** Everybody, the most loaded first; arrows go from one to the next. */
export function PeopleGrid({
  people,
  chosenId,
  onChoose,
}: {
  readonly people: readonly Person[] | undefined;
  readonly chosenId: string | undefined;
  readonly onChoose: (agentId: string) => void;
}) {
  const say = useWords();
  const [grid, setGrid] = useState<HTMLUListElement | null>(null);
  const { entries, newCount, hold } = useSteady(people ?? [], personId);
  const sight = useSight(grid, { count: entries.length, rowHeight: ROW_HEIGHT });
  const { rowsBefore, rowsAfter } = sight;
  const focus = useCardFocus(grid, { count: entries.length, perRow: sight.perRow });
  return (
    <>
      <div className="pane-body" {...hold}>
        {people === undefined && <BoneRows count={6} height={72} />}
        {people?.length === 0 && (
          <Empty title={say('floor.people-empty')}>{say('floor.people-empty-hint')}</Empty>
        )}
        <ul
          ref={setGrid}
          className="people-grid"
          aria-label={say('floor.people')}
          style={{
            paddingBlockStart: EDGE + rowsBefore * ROW_HEIGHT,
            paddingBlockEnd: EDGE + rowsAfter * ROW_HEIGHT,
          }}
          {...focus.follow}
        >
          {drawnOf(entries, sight, focus.drawn).map(({ person, index, isInSight }) => (
            <li
              key={index}
              aria-setsize={entries.length}
              aria-posinset={index + 1}
              style={isInSight ? undefined : placeOf(index, sight.perRow)}
            >
              <PersonCard
                person={person}
                isChosen={person.presence.agentId === chosenId}
                onChoose={onChoose}
              />
            </li>
          ))}
        </ul>
      </div>
      {newCount > 0 ? (
        <div className="list-foot">
          <span>{say('floor.held', { count: newCount })}</span>
        </div>
      ) : (
        <KeyHints
          hints={[
            ['← ↑ ↓ →', say('floor.keys.move-about')],
            [keyName('floor.message') ?? '', say('floor.keys.message')],
          ]}
        />
      )}
    </>
  );
}

/** Drawn anew when the person has changed: hundreds stand beside each other, and the floor never rests. */
const PersonCard = memo(function PersonCard({
  person,
  isChosen,
  onChoose,
}: {
  readonly person: Person;
  readonly isChosen: boolean;
  readonly onChoose: (agentId: string) => void;
}) {
  const { name, presence, items } = person;
  return (
    <button
      type="button"
      className="person-card"
      aria-current={isChosen || undefined}
      data-off={presence.state === 'signed-out' || undefined}
      onClick={() => onChoose(presence.agentId)}
    >
      <Face name={name} size={28} />
      <span className="row-text">
        <span className="row-name">
          <bdi className="cut">{name}</bdi>
        </span>
        <span className="person-state hint">
          <Presence presence={presenceOf(person)} />
          <span className="cut grow">{stateName(person)}</span>
          <Since at={presence.stateSince} />
        </span>
      </span>
      <Load person={person} />
      <span className="person-signs">
        {items.slice(0, SIGNS_MAX).map(({ channel }, slot) => (
          <ChannelGlyph key={slot} channel={channel} size={13} />
        ))}
        {items.length > SIGNS_MAX && <span className="hint num">+{items.length - SIGNS_MAX}</span>}
      </span>
    </button>
  );
});

/** How much of what he can carry he carries. */
export function Load({ person }: { readonly person: Person }) {
  const say = useWords();
  const { usedUnits, units, items } = person;
  const share = Math.min(1, usedUnits / units);
  const words = `${say('floor.load', { used: usedUnits, units })}, ${say('floor.holds', { count: items.length })}`;
  return (
    <span className="load" title={words}>
      <span className="unseen">{words}</span>
      <span style={{ inlineSize: `${share * 100}%` }} />
    </span>
  );
}

/** Who is in sight, and whoever has the focus, so that it is not lost by scrolling. */
function drawnOf(
  people: readonly Person[],
  { fromIndex, untilIndex }: Sight,
  focused: readonly (number | undefined)[],
): readonly { person: Person; index: number; isInSight: boolean }[] {
  return people.flatMap((person, index) => {
    const isInSight = index >= fromIndex && index < untilIndex;
    return isInSight || focused.includes(index) ? [{ person, index, isInSight }] : [];
  });
}

/** Where a card is that stands beside those in sight. */
function placeOf(index: number, perRow: number): React.CSSProperties {
  const top = EDGE + Math.floor(index / perRow) * ROW_HEIGHT;
  return { position: 'absolute', insetBlockStart: top, insetInline: EDGE };
}

/** Which cards are drawn for the focus, which arrows give to others, drawn or not. */
function useCardFocus(
  grid: HTMLElement | null,
  { count, perRow }: { readonly count: number; readonly perRow: number },
) {
  const [index, setIndex] = useState<number>();
  // Drawn first, beside the one that has the focus until then.
  const [next, setNext] = useState<number>();
  useLayoutEffect(() => {
    if (next === undefined) return;
    grid?.querySelector<HTMLElement>(`[aria-posinset='${next + 1}'] button`)?.focus();
  }, [grid, next]);
  const follow = {
    onFocus({ target }: React.FocusEvent): void {
      setIndex(Number(target.closest('li')?.ariaPosInSet) - 1);
      setNext(undefined);
    },
    onBlur({ currentTarget, relatedTarget }: React.FocusEvent): void {
      if (!currentTarget.contains(relatedTarget)) setIndex(undefined);
    },
    onKeyDown(event: React.KeyboardEvent): void {
      const isBackwards = getComputedStyle(event.currentTarget).direction === 'rtl';
      const steps: Readonly<Record<string, number>> = {
        ArrowRight: isBackwards ? -1 : 1,
        ArrowLeft: isBackwards ? 1 : -1,
        ArrowDown: perRow,
        ArrowUp: -perRow,
      };
      const step = steps[event.key];
      if (step === undefined || index === undefined) return;
      event.preventDefault();
      setNext(Math.max(0, Math.min(count - 1, index + step)));
    },
  };
  return { drawn: [index, next], follow };
}

function personId({ presence }: Person): string {
  return presence.agentId;
}
