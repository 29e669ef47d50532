import {
  AtSign,
  Clock3,
  Ear,
  Languages,
  Mail,
  MessageSquare,
  Phone,
  UserRoundCheck,
} from 'lucide-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { ChannelGlyph } from '../design/ChannelGlyph.tsx';
import { Face } from '../design/Face.tsx';
import { BoneRows, Empty, Fault, Tag } from '../design/Notes.tsx';
import { Pane, Section } from '../design/Pane.tsx';
import { toast } from '../design/Toasts.tsx';
import { Why } from '../explanations/Why.tsx';
import { keyName } from '../keys/key-map.ts';
import { useSession } from '../session/session.ts';
import { locale } from '../words/words.ts';
import { useAgentNames } from './agent-names.ts';
import { choiceText } from './choice-words.ts';
import {
  type Interaction,
  isOver,
  type KnownCustomer,
  loadCustomer,
  useCustomer,
} from './customer.ts';
import { CustomerNotes } from './CustomerNotes.tsx';
import { NeedsDialog } from './NeedsDialog.tsx';
import { OpenSection } from './OpenSection.tsx';
import type { DeskRow } from './rows.ts';
import { dayText } from './times.ts';
import { useWords } from './words.ts';

/** It comes by itself, so that the desk does not carry what few look at. */
const BondSection = lazy(async () => {
  const { BondSection: section } = await import('../bonds/BondSection.tsx');
  return { default: section };
});

/** Who it is about: needs first, then how we know each other. */
export function CustomerPane({
  customerId,
  row,
  occasion,
  isCalled,
  onCalled,
}: {
  readonly customerId: string | undefined;
  readonly row: DeskRow | undefined;
  /** With which what is known may have changed. */
  readonly occasion: string;
  /** Whether his number is to be called as soon as it is here. */
  readonly isCalled: boolean;
  readonly onCalled: () => void;
}) {
  const say = useWords();
  const known = useCustomer(customerId, occasion);
  const myId = useMyId();
  return (
    <Pane label={say('customer.pane')} as="aside">
      <div className="pane-body" tabIndex={0}>
        {customerId === undefined && <Empty>{say('customer.nobody')}</Empty>}
        {customerId === undefined && row !== undefined && (
          <Why workId={row.workId} occasion={row.status} />
        )}
        {customerId !== undefined && known.kind === 'loading' && <BoneRows count={5} height={44} />}
        {customerId !== undefined && known.kind === 'failed' && (
          <Fault onRetry={() => void loadCustomer(customerId)}>{say('customer.not-loaded')}</Fault>
        )}
        {known.kind === 'known' && (
          <>
            <Head known={known.of} row={row} />
            <Needs known={known.of} />
            <WhyMine bond={known.of.bond} row={row} />
            <CustomerNotes
              interactions={known.of.interactions}
              currentId={row?.interactionId}
              myId={myId}
            />
            <OpenSection known={known.of} row={row} />
            <History interactions={known.of.interactions} row={row} />
            <Suspense fallback={null}>
              <BondSection known={known.of} />
            </Suspense>
            <Reach known={known.of} isCalled={isCalled} onCalled={onCalled} />
          </>
        )}
      </div>
    </Pane>
  );
}

function useMyId(): string | undefined {
  const session = useSession();
  return session.kind === 'signed-in' ? session.me.agentId : undefined;
}

/** Why it came to whoever does not look after this customer; of one's own customers that goes without saying. */
function WhyMine({
  bond,
  row,
}: {
  readonly bond: KnownCustomer['bond'];
  readonly row: DeskRow | undefined;
}) {
  const myId = useMyId();
  if (row === undefined || (myId !== undefined && bond.ownerId === myId)) return null;
  return <Why workId={row.workId} occasion={row.status} />;
}

function Head({
  known: { customer, bond, interactions },
  row,
}: {
  readonly known: KnownCustomer;
  readonly row: DeskRow | undefined;
}) {
  const say = useWords();
  const myId = useMyId();
  const name = customer.piiName ?? customer.identities[0]?.value ?? say('customer.unknown');
  // What is open now makes nobody known yet.
  const served = interactions
    .filter(({ answeredBy, status }) => answeredBy !== undefined && isOver(status))
    .slice(0, 6);
  const mine = served.filter(({ answeredBy }) => answeredBy === myId);
  const since = new Intl.DateTimeFormat(locale(), { year: 'numeric', month: 'long' }).format(
    customer.createdAt,
  );
  return (
    <header className="customer-head">
      <Face name={name} size={44} />
      <div className="grow">
        <h2>
          <bdi>{name}</bdi>{' '}
          {customer.tier !== undefined && customer.tier !== 'standard' && (
            <Tag tone="soon">{customer.tier === 'vip' ? say('vip') : customer.tier}</Tag>
          )}
        </h2>
        <p className="dim">{say('customer.since', { since })}</p>
        {mine.length > 0 && (
          <p className="known">
            <UserRoundCheck size={13} aria-hidden />
            {say('customer.known', { mine: mine.length, all: served.length })}
          </p>
        )}
        <BondLine bond={bond} myId={myId} />
        {row !== undefined && <ChoiceLine row={row} myId={myId} />}
      </div>
    </header>
  );
}

/** Who looks after this customer, and who stands in. */
function BondLine({
  bond,
  myId,
}: {
  readonly bond: KnownCustomer['bond'];
  readonly myId: string | undefined;
}) {
  const say = useWords();
  const names = useAgentNames();
  const called = (id: string): string => names.get(id) ?? say('conversation.colleague');
  const { ownerId: owner, deputyIds } = bond;
  const deputies = deputyIds.filter((id) => id !== myId);
  if (owner === undefined) {
    return <p className="hint">{say('customer.nobodys')}</p>;
  }
  const isDeputy = myId !== undefined && deputyIds.includes(myId);
  return (
    <>
      <p className="hint">
        {owner === myId
          ? say('customer.owned')
          : say(isDeputy ? 'customer.you-deputise' : 'customer.owned-by', { owner: called(owner) })}
      </p>
      {deputies.length > 0 && (
        <p className="hint">
          {say('customer.deputies', {
            deputies: new Intl.ListFormat(locale()).format(deputies.map(called)),
          })}
        </p>
      )}
    </>
  );
}

/** For whom they chose to wait. */
function ChoiceLine({ row, myId }: { readonly row: DeskRow; readonly myId: string | undefined }) {
  const say = useWords();
  const names = useAgentNames();
  const chosen = choiceText(row, { say, myId, names });
  return chosen === undefined ? null : <p className="hint choice-line">{chosen}</p>;
}

function Needs({ known: { customer } }: { readonly known: KnownCustomer }) {
  const say = useWords();
  const [isEditing, setEditing] = useState(false);
  const { piiNeeds = [], piiPreferences, language } = customer;
  const hours = piiPreferences?.contactHours;
  const channel = piiPreferences?.replyChannel;
  const isEmpty =
    piiNeeds.length === 0 && hours === undefined && channel === undefined && !language;
  return (
    <Section
      title={say('customer.needs')}
      end={
        <button type="button" className="link" onClick={() => setEditing(true)}>
          {say('customer.edit')}
        </button>
      }
    >
      {isEmpty && <Empty size="small">{say('customer.no-needs')}</Empty>}
      <ul className="facts">
        {piiNeeds.map(({ kind, piiText }) => (
          <li key={`${kind} ${piiText}`} data-kind="need">
            <Ear size={13} aria-hidden />
            <bdi>{piiText}</bdi>
          </li>
        ))}
        {channel !== undefined && (
          <li>
            <MessageSquare size={13} aria-hidden />
            {say('customer.prefers', { channel: say(`channel.${channel}`) })}
          </li>
        )}
        {hours !== undefined && (
          <li>
            <Clock3 size={13} aria-hidden />
            {say('customer.hours', { from: hours.from, until: hours.until })}
          </li>
        )}
        {language !== undefined && (
          <li>
            <Languages size={13} aria-hidden />
            {new Intl.DisplayNames(locale(), { type: 'language' }).of(language)}
          </li>
        )}
      </ul>
      {isEditing && <NeedsDialog customer={customer} onClose={() => setEditing(false)} />}
    </Section>
  );
}

/** So many contacts tell how it stands. */
const SHOWN_MAX = 12;

function History({
  interactions,
  row,
}: {
  readonly interactions: readonly Interaction[];
  readonly row: DeskRow | undefined;
}) {
  const say = useWords();
  const names = useAgentNames();
  const myId = useMyId();
  const past = interactions.filter(
    ({ status, interactionId }) => isOver(status) && interactionId !== row?.interactionId,
  );
  const who = ({ answeredBy, status }: Interaction): string => {
    if (answeredBy === undefined) return status === 'done' ? '' : say(`status.${status}`);
    return answeredBy === myId ? say('customer.you') : (names.get(answeredBy) ?? '');
  };
  return (
    <Section title={say('customer.history')} count={past.length}>
      {past.length === 0 && <Empty size="small">{say('customer.no-history')}</Empty>}
      <ol className="timeline">
        {past.slice(0, SHOWN_MAX).map((each) => (
          <li key={each.interactionId}>
            <ChannelGlyph channel={each.channel} size={12} />
            <span className="cut">
              <bdi>{each.piiSubject ?? say(`channel.${each.channel}`)}</bdi>
            </span>
            <span className="hint cut">{who(each)}</span>
            <bdi className="hint num">{dayText(each.startedAt)}</bdi>
          </li>
        ))}
      </ol>
      {past.length > SHOWN_MAX && (
        <p className="hint">{say('customer.before', { count: past.length - SHOWN_MAX })}</p>
      )}
    </Section>
  );
}

const SIGNS = { phone: Phone, email: Mail, handle: AtSign } as const;

function Reach({
  known: { customer },
  isCalled,
  onCalled,
}: {
  readonly known: KnownCustomer;
  readonly isCalled: boolean;
  readonly onCalled: () => void;
}) {
  const say = useWords();
  const list = useRef<HTMLUListElement>(null);
  const name = customer.piiName ?? say('customer.unknown');
  useEffect(() => {
    if (!isCalled) return;
    onCalled();
    // Where he was promised a call, at the number that he gave for it.
    const number =
      document.querySelector<HTMLElement>('a[data-call="callback"]') ??
      list.current?.querySelector<HTMLElement>('a[data-call]');
    if (number) {
      // Where the pane lies below the others, whoever calls sees whom.
      number.focus();
      number.click();
    } else toast(say('customer.call-none', { name }));
  }, [isCalled, onCalled, say, name]);
  return (
    <Section title={say('customer.reach')}>
      {customer.identities.length === 0 && <Empty size="small">{say('customer.no-reach')}</Empty>}
      <ul className="facts" ref={list}>
        {customer.identities.map(({ kind, value }) => {
          const Sign = SIGNS[kind];
          return (
            <li key={value}>
              <Sign size={13} aria-hidden />
              {kind === 'phone' ? (
                <a
                  className="link num cut"
                  href={`tel:${value}`}
                  data-call
                  aria-label={say('customer.call', { number: value })}
                  title={keyName('customer.call')}
                >
                  <bdi>{value}</bdi>
                </a>
              ) : (
                <bdi className="num cut">{value}</bdi>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
