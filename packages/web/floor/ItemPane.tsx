import type { WaitingKind } from '@rapport/protocol';
import { Button } from '../design/Button.tsx';
import { ChannelGlyph } from '../design/ChannelGlyph.tsx';
import { useNow } from '../design/clock.ts';
import { Deadline } from './Due.tsx';
import { callbackText } from './callback-text.ts';
import { Section } from '../design/Pane.tsx';
import { timeLeftText } from '../design/time-left.ts';
import { Why } from '../explanations/Why.tsx';
import { keyName } from '../keys/key-map.ts';
import { requirementText } from '../skills/skill-name.ts';
import { finish, moveToBest, seeAlert } from './acts.ts';
import { useCard } from './cards.ts';
import type { Directory } from './directory.ts';
import { type FloorItem, isKept, isUnanswered, type Person } from './floor-model.ts';
import { Knowing } from './Knowing.tsx';
import { PersonLink } from './PersonLink.tsx';
import { keptAs, takersText } from './risk-line.ts';
import { useWords } from './words/words.ts';

/** An item: whose it is, how long it waits, who knows them, and what can be done. */
export function ItemPane({
  item,
  kind,
  people,
  directory,
  onChoosePerson,
  onMove,
  onRead,
}: {
  readonly item: FloorItem;
  /** Who in the centre could take it, while it waits. */
  readonly kind: WaitingKind | undefined;
  readonly people: ReadonlyMap<string, Person>;
  readonly directory: Directory;
  readonly onChoosePerson: (agentId: string) => void;
  readonly onMove: () => void;
  readonly onRead: (interactionId: string, name: string) => void;
}) {
  const say = useWords();
  const card = useCard(item);
  const name = card?.name ?? say('customer.unknown');
  const { channel, status, preferredId } = item;
  const interactionId = card?.interactionId;
  return (
    <>
      <header className="chosen-head">
        <div className="grow">
          <h2>{card === undefined ? <span className="bone row-bone" /> : <bdi>{name}</bdi>}</h2>
          <p className="dim">
            <ChannelGlyph channel={channel} size={13} /> {say(`channel.${channel}`)}
          </p>
          {card?.subject !== undefined && <p dir="auto">{card.subject}</p>}
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
        {isUnanswered(item) && isKept(item) && (
          <Button onClick={() => void moveToBest({ item, name })}>{say('floor.release')}</Button>
        )}
        <SeeAlert item={item} />
        {interactionId !== undefined && (
          <Button kind="bare" onClick={() => onRead(interactionId, name)}>
            {say('floor.read')}
          </Button>
        )}
      </div>
      <Facts item={item} kind={kind} people={people} onChoosePerson={onChoosePerson} />
      <Why
        workId={item.workId}
        occasion={`${item.status} ${item.statusSince} ${preferredId} ${item.reservation?.untilAt}`}
      />
      <Knowing
        key={item.workId}
        item={item}
        card={card}
        people={people}
        directory={directory}
        onChoosePerson={onChoosePerson}
      />
    </>
  );
}

/** Only of what is late or will be, until somebody has seen that. */
function SeeAlert({ item }: { readonly item: FloorItem }) {
  const say = useWords();
  if (!isUnanswered(item) || item.alert?.isSeen !== false) return null;
  return <Button onClick={() => void seeAlert(item.workId)}>{say('floor.alert.see')}</Button>;
}

function Facts({
  item,
  kind,
  people,
  onChoosePerson,
}: {
  readonly item: FloorItem;
  readonly kind: WaitingKind | undefined;
  readonly people: ReadonlyMap<string, Person>;
  readonly onChoosePerson: (agentId: string) => void;
}) {
  const say = useWords();
  const now = useNow();
  const { status, statusSince, waitingSince, agentId } = item;
  const isWaiting = isUnanswered(item);
  const since = isWaiting ? waitingSince : statusSince;
  const time = timeLeftText(Math.max(0, now - since));
  const holder = people.get(agentId ?? '');
  const call = callbackText(item, people);
  return (
    <Section title={say('floor.status')}>
      <dl className="pairs">
        <dt>{say(sinceWords(item))}</dt>
        <dd className="num">{say('floor.waits-value', { time, at: since })}</dd>
        {isWaiting && item.dueAt !== undefined && (
          <>
            <dt>{say('floor.due')}</dt>
            <dd>
              <Deadline dueAt={item.dueAt} wholeMs={item.targetMs} />
            </dd>
          </>
        )}
        {item.requirements.length > 0 && (
          <>
            <dt>{say('floor.asks-for')}</dt>
            <dd>{item.requirements.map(requirementText).join('; ')}</dd>
          </>
        )}
        {kind !== undefined && <Takers kind={kind} />}
        {holder !== undefined && (
          <>
            <dt>{say(status === 'offered' ? 'floor.offered-to' : 'floor.with')}</dt>
            <dd>
              <PersonLink person={holder} onChoose={onChoosePerson} />
            </dd>
          </>
        )}
        {call !== undefined && (
          <>
            <dt>{say('floor.callback-title')}</dt>
            <dd>{call}</dd>
          </>
        )}
        {isWaiting && <KeptFor item={item} people={people} onChoosePerson={onChoosePerson} />}
        <Customers item={item} people={people} now={now} />
      </dl>
    </Section>
  );
}

/** For whom it is meant: by the rule, for a while, or by hand. */
function KeptFor({
  item: { reservation, preferredId, choice },
  people,
  onChoosePerson,
}: {
  readonly item: FloorItem;
  readonly people: ReadonlyMap<string, Person>;
  readonly onChoosePerson: (agentId: string) => void;
}) {
  const say = useWords();
  const named = people.get(preferredId ?? '');
  return (
    <>
      {reservation !== undefined && (
        <>
          <dt>{say(`floor.${keptAs(reservation, choice)}-until`, { at: reservation.untilAt })}</dt>
          <dd>
            {reservation.agentIds.map((id) => {
              const person = people.get(id);
              return person && <PersonLink key={id} person={person} onChoose={onChoosePerson} />;
            })}
          </dd>
        </>
      )}
      {named !== undefined && (
        <>
          <dt>{say('floor.kept-for')}</dt>
          <dd>
            <PersonLink person={named} onChoose={onChoosePerson} />
          </dd>
        </>
      )}
    </>
  );
}

/** What its customer chose, where that is not what keeps it, and that he is silent. */
function Customers({
  item: { choice, reservation, silentSince, asideForId },
  people,
  now,
}: {
  readonly item: FloorItem;
  readonly people: ReadonlyMap<string, Person>;
  readonly now: number;
}) {
  const say = useWords();
  const { agentId } = choice ?? {};
  return (
    <>
      {choice !== undefined && reservation?.isChosen !== true && (
        <>
          <dt>{say('floor.choice')}</dt>
          <dd>
            {agentId === undefined
              ? say('floor.choice-anybody')
              : say('floor.choice-wait', { name: people.get(agentId)?.name ?? agentId })}
          </dd>
        </>
      )}
      {asideForId !== undefined && (
        <>
          <dt>{say('floor.aside')}</dt>
          <dd>{say('floor.aside-means')}</dd>
        </>
      )}
      {silentSince !== undefined && (
        <>
          <dt>{say('floor.silent-since')}</dt>
          <dd className="num">
            {say('floor.waits-value', {
              time: timeLeftText(Math.max(0, now - silentSince)),
              at: silentSince,
            })}
            <span className="hint taker-line">{say('floor.silent-means')}</span>
          </dd>
        </>
      )}
    </>
  );
}

function sinceWords(item: FloorItem) {
  if (isUnanswered(item)) return 'floor.waits';
  return item.status === 'active' ? 'floor.served' : (`status.${item.status}` as const);
}

/** How many could take it, of everybody in the centre. */
function Takers({ kind }: { readonly kind: WaitingKind }) {
  const say = useWords();
  const { ableCount: able, readyCount: ready, freeCount: free } = kind;
  return (
    <>
      <dt>{say('floor.takers')}</dt>
      <dd>
        {say('floor.takers-count', { able, ready, free })}
        <span className="hint taker-line">{takersText(kind)}</span>
      </dd>
    </>
  );
}
