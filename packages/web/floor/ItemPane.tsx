import { Button } from '../design/Button.tsx';
import { ChannelGlyph } from '../design/ChannelGlyph.tsx';
import { useNow } from '../design/clock.ts';
import { Deadline } from './Due.tsx';
import { Empty } from '../design/Notes.tsx';
import { Section } from '../design/Pane.tsx';
import { Presence } from '../design/Presence.tsx';
import { timeLeftText } from '../design/time-left.ts';
import { keyName } from '../keys/key-map.ts';
import { finish, moveToBest } from './acts.ts';
import { type Card, useCard } from './cards.ts';
import type { Directory } from './directory.ts';
import { type FloorItem, isUnanswered, type Person } from './floor-model.ts';
import { presenceOf, stateName } from './state-name.ts';
import { useWords } from './words/words.ts';

/** An item: whose it is, how long it waits, who knows them, and what can be done. */
export function ItemPane({
  item,
  people,
  directory,
  onChoosePerson,
  onMove,
  onRead,
}: {
  readonly item: FloorItem;
  readonly people: ReadonlyMap<string, Person>;
  readonly directory: Directory;
  readonly onChoosePerson: (agentId: string) => void;
  readonly onMove: () => void;
  readonly onRead: (interactionId: string, name: string) => void;
}) {
  const say = useWords();
  const card = useCard(item);
  const name = card.name ?? say('customer.unknown');
  const { channel, status, preferredId } = item;
  const { interactionId } = card;
  return (
    <>
      <header className="chosen-head">
        <div className="grow">
          <h2>
            <bdi>{name}</bdi>
          </h2>
          <p className="dim">
            <ChannelGlyph channel={channel} size={13} /> {say(`channel.${channel}`)}
          </p>
          {card.subject !== undefined && <p dir="auto">{card.subject}</p>}
        </div>
      </header>
      <div className="chosen-acts">
        {status === 'wrap-up' ? (
          <Button onClick={() => void finish(item)}>{say('floor.finish')}</Button>
        ) : (
          <Button kind="main" keys={keyName('floor.move')} onClick={onMove}>
            {say('floor.move')}
          </Button>
        )}
        {isUnanswered(item) && preferredId !== undefined && (
          <Button onClick={() => void moveToBest({ item, name })}>{say('floor.release')}</Button>
        )}
        {interactionId !== undefined && (
          <Button kind="bare" onClick={() => onRead(interactionId, name)}>
            {say('floor.read')}
          </Button>
        )}
      </div>
      <Facts item={item} people={people} onChoosePerson={onChoosePerson} />
      <Knowing card={card} people={people} directory={directory} onChoosePerson={onChoosePerson} />
    </>
  );
}

function Facts({
  item,
  people,
  onChoosePerson,
}: {
  readonly item: FloorItem;
  readonly people: ReadonlyMap<string, Person>;
  readonly onChoosePerson: (agentId: string) => void;
}) {
  const say = useWords();
  const now = useNow();
  const { status, statusSince, waitingSince, agentId, preferredId } = item;
  const isWaiting = isUnanswered(item);
  const since = isWaiting ? waitingSince : statusSince;
  const time = timeLeftText(Math.max(0, now - since));
  const holder = people.get(agentId ?? '');
  const named = people.get(preferredId ?? '');
  return (
    <Section title={say('floor.status')}>
      <dl className="pairs">
        <dt>{isWaiting ? say('floor.waits') : say(`status.${status}`)}</dt>
        <dd className="num">{say('floor.waits-value', { time, at: since })}</dd>
        {isWaiting && item.dueAt !== undefined && (
          <>
            <dt>{say('floor.due')}</dt>
            <dd>
              <Deadline dueAt={item.dueAt} wholeMs={item.targetMs} />
            </dd>
          </>
        )}
        {holder !== undefined && (
          <>
            <dt>{say('floor.with')}</dt>
            <dd>
              <PersonLink person={holder} onChoose={onChoosePerson} />
            </dd>
          </>
        )}
        {isWaiting && named !== undefined && (
          <>
            <dt>{say('floor.kept-for')}</dt>
            <dd>
              <PersonLink person={named} onChoose={onChoosePerson} />
            </dd>
          </>
        )}
      </dl>
    </Section>
  );
}

function Knowing({
  card: { bond },
  people,
  directory,
  onChoosePerson,
}: {
  readonly card: Card;
  readonly people: ReadonlyMap<string, Person>;
  readonly directory: Directory;
  readonly onChoosePerson: (agentId: string) => void;
}) {
  const say = useWords();
  const earned = (bond?.earned ?? []).toSorted((a, b) => b.strength - a.strength);
  const standings = [
    ...(bond?.ownerId === undefined ? [] : [[bond.ownerId, 'owner'] as const]),
    ...(bond?.deputyIds ?? []).map((agentId) => [agentId, 'deputy'] as const),
    ...earned.map(({ agentId }) => [agentId, 'earned'] as const),
  ];
  // Somebody may be several; the first counts.
  const known = [...new Map(standings.toReversed()).entries()].toReversed();
  return (
    <Section title={say('floor.knows')}>
      {known.length === 0 && <Empty size="small">{say('floor.knows-nobody')}</Empty>}
      <ul className="knowing">
        {known.map(([agentId, standing]) => {
          const person = people.get(agentId);
          return (
            <li key={agentId}>
              {person === undefined ? (
                <bdi>{directory.profiles.get(agentId)?.name ?? agentId}</bdi>
              ) : (
                <PersonLink person={person} onChoose={onChoosePerson} />
              )}
              <span className="hint">{say(`floor.knows.${standing}`)}</span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function PersonLink({
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
