import { useRef } from 'react';
import { ChannelGlyph } from '../design/ChannelGlyph.tsx';
import { Face } from '../design/Face.tsx';
import { BoneRows, Empty } from '../design/Notes.tsx';
import { Presence } from '../design/Presence.tsx';
import type { Person } from './floor-model.ts';
import { Since } from './ItemRow.tsx';
import { presenceOf, stateName } from './state-name.ts';
import { useSteady } from './use-steady.ts';
import { useWords } from './words/words.ts';

/** More signs than this are a number. */
const SIGNS_MAX = 5;

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
  const grid = useRef<HTMLUListElement>(null);
  const { entries, newCount, hold } = useSteady(people ?? [], personId);
  return (
    <>
      <div className="pane-body" {...hold}>
        {people === undefined && <BoneRows count={6} height={72} />}
        {people?.length === 0 && (
          <Empty title={say('floor.people-empty')}>{say('floor.people-empty-hint')}</Empty>
        )}
        <ul
          ref={grid}
          className="people-grid"
          aria-label={say('floor.people')}
          onKeyDown={(event) => moveFocus(event, grid.current)}
        >
          {entries.map((person, slot) => (
            <li key={slot}>
              <PersonCard
                person={person}
                isChosen={person.presence.agentId === chosenId}
                onChoose={() => onChoose(person.presence.agentId)}
              />
            </li>
          ))}
        </ul>
      </div>
      <div className="list-foot">
        {newCount > 0 && <span>{say('floor.held', { count: newCount })}</span>}
      </div>
    </>
  );
}

function PersonCard({
  person,
  isChosen,
  onChoose,
}: {
  readonly person: Person;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}) {
  const { name, presence, items } = person;
  return (
    <button
      type="button"
      className="person-card"
      aria-current={isChosen || undefined}
      data-off={presence.state === 'signed-out' || undefined}
      onClick={onChoose}
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
}

/** How much of what he can carry he carries. */
export function Load({ person }: { readonly person: Person }) {
  const say = useWords();
  const { usedUnits, units, items } = person;
  const share = Math.min(1, usedUnits / units);
  const words = `${say('floor.load', { used: usedUnits, units })}, ${say('floor.holds', { count: items.length })}`;
  return (
    <span className="load" title={words} data-full={share === 1 || undefined}>
      <span className="unseen">{words}</span>
      <span style={{ inlineSize: `${share * 100}%` }} />
    </span>
  );
}

function moveFocus(event: React.KeyboardEvent, grid: HTMLElement | null): void {
  if (grid === null) return;
  const cards = [...grid.querySelectorAll<HTMLElement>('button')];
  const at = cards.findIndex((card) => card === document.activeElement);
  const top = cards[0]?.offsetTop;
  const perRow = Math.max(1, cards.filter((card) => card.offsetTop === top).length);
  const isBackwards = getComputedStyle(grid).direction === 'rtl';
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: isBackwards ? -1 : 1,
    ArrowLeft: isBackwards ? 1 : -1,
    ArrowDown: perRow,
    ArrowUp: -perRow,
  };
  const step = steps[event.key];
  if (step === undefined || at < 0) return;
  event.preventDefault();
  cards[Math.max(0, Math.min(cards.length - 1, at + step))]?.focus();
}

function personId({ presence }: Person): string {
  return presence.agentId;
}
