import type { RouteAnswer } from '@rapport/protocol';
import { Ban, GitMerge, Sparkles, UserRound } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Fault } from '../design/Notes.tsx';
import { Section } from '../design/Pane.tsx';
import { toast } from '../design/Toasts.tsx';
import { useAgentNames } from '../desk/agent-names.ts';
import { type KnownCustomer, loadCustomer } from '../desk/customer.ts';
import { answered, api } from '../session/api.ts';
import { useSession } from '../session/session.ts';
import { locale } from '../words/words.ts';
import { BondChanges } from './BondChanges.tsx';
import { BondDialog } from './BondDialog.tsx';
import { type Bond, dayOf, scopeText } from './bond-text.ts';
import { MergeDialog } from './MergeDialog.tsx';
import { nameOf } from './names.ts';
import { bondAfter } from './use-bond-saving.ts';
import { WishesDialog } from './WishesDialog.tsx';
import { useWords } from './words/words.ts';

type Asked = 'bond' | 'wishes' | 'merge';

/** Who knows a customer, for what, how long and by whose word; and all that can be said of it. */
export function BondSection({ known: { customer, bond } }: { readonly known: KnownCustomer }) {
  const say = useWords();
  const session = useSession();
  const [asked, setAsked] = useState<Asked>();
  const roles: readonly string[] = session.kind === 'signed-in' ? session.me.roles : [];
  const mayDeclare = roles.includes('supervisor') || roles.includes('administrator');
  const mayWish = mayDeclare || roles.includes('agent') || roles.includes('attendant');
  const onClose = (): void => setAsked(undefined);
  const onSaved = async (): Promise<void> => {
    await loadCustomer(customer.customerId);
    onClose();
  };
  const dialog = { customer, bond, onSaved, onClose };
  return (
    <Section title={say('bonds.title')}>
      <ul className="facts">
        <Known bond={bond} />
        <Merged bond={bond} mayWish={mayWish} />
      </ul>
      {mayWish && (
        <p className="bond-acts">
          {mayDeclare && (
            <Button size="small" onClick={() => setAsked('bond')}>
              {say('bonds.change')}
            </Button>
          )}
          <Button size="small" onClick={() => setAsked('wishes')}>
            {say('bonds.wishes')}
          </Button>
          {bond.mergedInto === undefined && (
            <Button size="small" onClick={() => setAsked('merge')}>
              {say('bonds.merge')}
            </Button>
          )}
        </p>
      )}
      <BondChanges key={customer.customerId} customerId={customer.customerId} bond={bond} />
      {asked === 'bond' && (
        <BondDialog name={nameOf(customer)} bond={bond} onSaved={onSaved} onClose={onClose} />
      )}
      {asked === 'wishes' && <WishesDialog {...dialog} />}
      {asked === 'merge' && <MergeDialog {...dialog} />}
    </Section>
  );
}

function Line({ sign, children }: { readonly sign: ReactNode; readonly children: ReactNode }) {
  return (
    <li>
      {sign}
      <span>{children}</span>
    </li>
  );
}

const PERSON = <UserRound size={13} aria-hidden />;

function Known({ bond }: { readonly bond: Bond }) {
  const say = useWords();
  const names = useAgentNames();
  const called = (id: string): string => names.get(id) ?? say('bonds.somebody');
  const ofAccount = useAccountBond(bond.accountId);
  const { ownerId, deputyIds, declarations, earned, refusals } = bond;
  const named = new Set([...(ownerId === undefined ? [] : [ownerId]), ...deputyIds]);
  const others = earned.filter(({ agentId }) => !named.has(agentId));
  const isNobody = named.size + declarations.length + others.length + ofAccount.length === 0;
  return (
    <>
      {bond.isNewPreferred && (
        <Line sign={<Sparkles size={13} aria-hidden />}>{say('bonds.new-preferred')}</Line>
      )}
      {isNobody && <Line sign={PERSON}>{say('bonds.nobody')}</Line>}
      {declarations.map((each) => (
        <Scoped key={JSON.stringify(each)} declared={each} called={called} />
      ))}
      {ownerId !== undefined && (
        <Line sign={PERSON}>
          <bdi>{called(ownerId)}</bdi>{' '}
          {say(bond.origin === 'customer-asked' ? 'bonds.owner-asked' : 'bonds.owner')}
        </Line>
      )}
      {deputyIds.map((id) => (
        <Line key={id} sign={PERSON}>
          <bdi>{called(id)}</bdi> {say('bonds.deputy')}
        </Line>
      ))}
      {others.map(({ agentId, lastAt }) => (
        <Line key={agentId} sign={PERSON}>
          <bdi>{called(agentId)}</bdi> {say('bonds.earned', { day: dayOf(lastAt) })}
        </Line>
      ))}
      {ofAccount.map((each) => (
        <Scoped
          key={JSON.stringify(each)}
          declared={each}
          called={called}
          more={say('bonds.of-account')}
        />
      ))}
      {refusals.map(({ agentId, by }) => (
        <Line key={`never ${agentId}`} sign={<Ban size={13} aria-hidden />}>
          {say(`bonds.refused-by-${by}`, { agent: called(agentId) })}
        </Line>
      ))}
    </>
  );
}

function Scoped({
  declared,
  called,
  more,
}: {
  readonly declared: Bond['declarations'][number];
  readonly called: (id: string) => string;
  readonly more?: string;
}) {
  const say = useWords();
  const { ownerId, deputyIds } = declared;
  const [first, ...rest] = [...(ownerId === undefined ? [] : [ownerId]), ...deputyIds].map(called);
  const words = [scopeText(declared), more ?? ''].filter((part) => part !== '').join(', ');
  const list = new Intl.ListFormat(locale(), { type: 'disjunction' });
  return (
    <Line sign={PERSON}>
      <bdi>{first}</bdi>
      {rest.length > 0 && ` ${say('bonds.scoped-deputies', { deputies: list.format(rest) })}`}{' '}
      {words}
    </Line>
  );
}

/** What counts for the people of an account; nothing until it is known. */
function useAccountBond(accountId: string | undefined): Bond['declarations'] {
  const [known, setKnown] = useState<RouteAnswer<'getAccountBond'>>();
  useEffect(() => {
    if (accountId === undefined) return;
    let isOver = false;
    const path = { accountId };
    void answered(api.GET('/api/v1/accounts/{accountId}/bond', { params: { path } })).then(
      (bond) => {
        if (!isOver) setKnown(bond);
      },
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  }, [accountId]);
  return known !== undefined && known.accountId === accountId ? known.declarations : [];
}

/** Under which other records the same person is kept. */
function Merged({ bond, mayWish }: { readonly bond: Bond; readonly mayWish: boolean }) {
  const say = useWords();
  const [fault, setFault] = useState<string>();
  const { customerId, mergedInto, mergedIds } = bond;
  const names = useCustomerNames([...mergedIds, ...(mergedInto === undefined ? [] : [mergedInto])]);
  const called = (id: string): string => names.get(id) ?? say('bonds.somebody');
  const split = async (kept: string, mergedId: string): Promise<void> => {
    try {
      const params = { path: { customerId: kept } };
      const body = { mergedId };
      const { position } = await answered(
        api.POST('/api/v1/customers/{customerId}/split', { params, body }),
      );
      await bondAfter(customerId, position);
      await loadCustomer(customerId);
      toast(say('bonds.split-done', { name: called(mergedId) }));
    } catch (error) {
      setFault(error instanceof Error ? error.message : say('sign-in.unreachable'));
    }
  };
  const sign = <GitMerge size={13} aria-hidden />;
  return (
    <>
      {mergedIds.map((id) => (
        <Line key={id} sign={sign}>
          {say('bonds.merged', { name: called(id) })}{' '}
          {mayWish && (
            <button type="button" className="link" onClick={() => void split(customerId, id)}>
              {say('bonds.split')}
            </button>
          )}
        </Line>
      ))}
      {mergedInto !== undefined && (
        <Line sign={sign}>
          {say('bonds.merged-into', { name: called(mergedInto) })}{' '}
          {mayWish && (
            <button
              type="button"
              className="link"
              onClick={() => void split(mergedInto, customerId)}
            >
              {say('bonds.split')}
            </button>
          )}
        </Line>
      )}
      {fault !== undefined && (
        <li>
          <Fault>{fault}</Fault>
        </li>
      )}
    </>
  );
}

function useCustomerNames(ids: readonly string[]): ReadonlyMap<string, string> {
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const asked = ids.join(',');
  useEffect(() => {
    if (asked === '') return;
    const query = { ids: asked };
    void answered(api.GET('/api/v1/customers', { params: { query } })).then(
      ({ items }) => setNames(new Map(items.map((each) => [each.customerId, nameOf(each)]))),
      () => undefined,
    );
  }, [asked]);
  return names;
}
