import type { RouteAnswer } from '@rapport/protocol';
import { Clock3, Ear, Languages, Mail, MessageSquare, Phone } from 'lucide-react';
import { useEffect, useState } from 'react';
import { ChannelGlyph } from '../design/ChannelGlyph.tsx';
import { Face } from '../design/Face.tsx';
import { BoneRows, Empty } from '../design/Notes.tsx';
import { Pane, Section } from '../design/Pane.tsx';
import { answered, api } from '../session/api.ts';
import { useSession } from '../session/session.ts';
import { useWords } from '../words/words.ts';

type Customer = RouteAnswer<'getCustomer'>;
type Interaction = RouteAnswer<'listInteractions'>['items'][number];

/** What is known of somebody. */
interface Known {
  readonly customer: Customer;
  readonly bond: RouteAnswer<'getBond'>;
  readonly interactions: readonly Interaction[];
}

/** Who it is about: needs first, then how we know each other. */
export function CustomerPane({ customerId }: { readonly customerId: string | undefined }) {
  const say = useWords();
  const known = useKnown(customerId);
  return (
    <Pane label={say('customer.pane')} as="aside">
      <div className="pane-body">
        {customerId === undefined && <Empty>{say('customer.nobody')}</Empty>}
        {customerId !== undefined && known === undefined && <BoneRows count={5} height={44} />}
        {known !== undefined && (
          <>
            <Head known={known} />
            <Needs customer={known.customer} />
            <History interactions={known.interactions} />
          </>
        )}
      </div>
    </Pane>
  );
}

function Head({ known: { customer, bond, interactions } }: { readonly known: Known }) {
  const say = useWords();
  const session = useSession();
  const name = customer.piiName ?? customer.identities[0]?.value ?? say('customer.unknown');
  const myId = session.kind === 'signed-in' ? session.me.agentId : undefined;
  const served = interactions.filter(({ answeredBy }) => answeredBy !== undefined);
  const mine = served.filter(({ answeredBy }) => answeredBy === myId);
  const since = new Intl.DateTimeFormat(undefined, { year: 'numeric', month: 'long' }).format(
    customer.createdAt,
  );
  return (
    <header className="customer-head">
      <Face name={name} size={44} />
      <div className="grow">
        <h2>
          <bdi>{name}</bdi>
        </h2>
        <p className="dim">{say('customer.since', { since })}</p>
        {mine.length > 0 && (
          <p className="known">
            {say('customer.known', { mine: mine.length, all: served.length })}
          </p>
        )}
        {bond.ownerId !== undefined && bond.ownerId === myId && (
          <p className="known">{say('customer.owned')}</p>
        )}
      </div>
    </header>
  );
}

function Needs({ customer }: { readonly customer: Customer }) {
  const say = useWords();
  const { piiNeeds = [], piiPreferences, language, identities } = customer;
  const hours = piiPreferences?.contactHours;
  const isEmpty =
    piiNeeds.length === 0 && hours === undefined && piiPreferences?.replyChannel === undefined;
  return (
    <Section title={say('customer.needs')}>
      {isEmpty && <Empty size="small">{say('customer.no-needs')}</Empty>}
      <ul className="facts">
        {piiNeeds.map(({ kind, piiText }) => (
          <li key={`${kind} ${piiText}`} data-kind="need">
            <Ear size={13} aria-hidden />
            <bdi>{piiText}</bdi>
          </li>
        ))}
        {piiPreferences?.replyChannel !== undefined && (
          <li>
            <MessageSquare size={13} aria-hidden />
            {say('customer.prefers', { channel: say(`channel.${piiPreferences.replyChannel}`) })}
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
            {new Intl.DisplayNames(undefined, { type: 'language' }).of(language)}
          </li>
        )}
        {identities.map(({ kind, value }) => (
          <li key={value}>
            {kind === 'phone' ? <Phone size={13} aria-hidden /> : <Mail size={13} aria-hidden />}
            <bdi className="num">{value}</bdi>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function History({ interactions }: { readonly interactions: readonly Interaction[] }) {
  const say = useWords();
  const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
  return (
    <Section title={say('customer.history')} count={interactions.length}>
      {interactions.length === 0 && <Empty size="small">{say('customer.no-history')}</Empty>}
      <ol className="timeline">
        {interactions
          .slice(0, 12)
          .map(({ interactionId, channel, piiSubject, startedAt, status }) => (
            <li key={interactionId}>
              <ChannelGlyph channel={channel} size={12} />
              <span className="cut">
                <bdi>{piiSubject ?? say(`channel.${channel}`)}</bdi>
              </span>
              <span className="hint">{status === 'done' ? '' : say(`status.${status}`)}</span>
              <span className="hint num">{day.format(startedAt)}</span>
            </li>
          ))}
      </ol>
    </Section>
  );
}

function useKnown(customerId: string | undefined): Known | undefined {
  const [known, setKnown] = useState<Known>();
  useEffect(() => {
    if (customerId === undefined) return undefined;
    let isCurrent = true;
    const path = { params: { path: { customerId } } };
    const load = async (): Promise<void> => {
      const [customer, bond, { items }] = await Promise.all([
        answered(api.GET('/api/v1/customers/{customerId}', path)),
        answered(api.GET('/api/v1/customers/{customerId}/bond', path)),
        answered(api.GET('/api/v1/interactions', { params: { query: { customerId } } })),
      ]);
      if (isCurrent) setKnown({ customer, bond, interactions: items });
    };
    load().catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [customerId]);
  return known?.customer.customerId === customerId ? known : undefined;
}
