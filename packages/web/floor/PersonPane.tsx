import { Button } from '../design/Button.tsx';
import { useNow } from '../design/clock.ts';
import { Face } from '../design/Face.tsx';
import { Empty } from '../design/Notes.tsx';
import { Section } from '../design/Pane.tsx';
import { Presence } from '../design/Presence.tsx';
import { keyName } from '../keys/key-map.ts';
import { cancelAbsence } from './absence.ts';
import { callbackText } from './callback-text.ts';
import { DayLines } from './DayLines.tsx';
import type { Person } from './floor-model.ts';
import { ItemRow, Since } from './ItemRow.tsx';
import { Load } from './PeopleGrid.tsx';
import { restingTexts } from './risk-line.ts';
import { presenceOf, stateName } from './state-name.ts';
import { useWords } from './words/words.ts';

/** Somebody: what he is doing since when, what he carries, and what can be done. */
export function PersonPane({
  person,
  team,
  onChooseItem,
  onMessage,
  people,
  onAbsence,
  onRehome,
}: {
  readonly person: Person;
  readonly team: string | undefined;
  readonly onChooseItem: (workId: string) => void;
  readonly onMessage: () => void;
  readonly people: ReadonlyMap<string, Person>;
  readonly onAbsence: () => void;
  readonly onRehome: () => void;
}) {
  const say = useWords();
  const now = useNow();
  const { name, presence, items, usedUnits, units } = person;
  return (
    <>
      <header className="chosen-head">
        <Face name={name} size={44} />
        <div className="grow chosen-words">
          <h2>
            <bdi>{name}</bdi>
          </h2>
          <p className="person-state">
            <Presence presence={presenceOf(person)} />
            <span className="cut grow">{stateName(person)}</span>
            <Since at={presence.stateSince} />
          </p>
          {team !== undefined && <p className="hint">{team}</p>}
        </div>
      </header>
      <div className="chosen-acts">
        <Button keys={keyName('floor.message')} onClick={onMessage}>
          {say('floor.message')}
        </Button>
        {presence.absence === undefined ? (
          <Button onClick={onAbsence}>{say('floor.absence')}</Button>
        ) : (
          <Button onClick={() => void cancelAbsence(person)}>{say('floor.absence-cancel')}</Button>
        )}
        <Button onClick={onRehome}>{say('floor.rehome')}</Button>
      </div>
      <DayLines key={presence.agentId} person={person} people={people} />
      <Section title={say('floor.carries')} count={items.length}>
        <p className="chosen-load">
          <Load person={person} />
          <span className="hint num">{say('floor.load', { used: usedUnits, units })}</span>
        </p>
        {items.length === 0 && <Empty size="small">{say('floor.carries-none')}</Empty>}
        <ul className="rows">
          {items.map((item) => (
            <li key={item.workId}>
              <ItemRow
                item={item}
                isChosen={false}
                onChoose={() => onChooseItem(item.workId)}
                lineOf={(card) => {
                  const subject = card?.subject === undefined ? [] : [card.subject];
                  const status = callbackText(item, people) ?? say(`status.${item.status}`);
                  return [status, ...restingTexts(item, now), ...subject].join(' · ');
                }}
              />
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
