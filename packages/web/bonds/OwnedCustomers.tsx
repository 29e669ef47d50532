import { BoneRows, Empty, Fault } from '../design/Notes.tsx';
import { useAgentNames } from '../desk/agent-names.ts';
import { locale } from '../words/words.ts';
import type { Heir, HeirsState } from './use-heirs.ts';
import { nextOf, type OwnedState } from './use-owned.ts';
import { useWords } from './words/words.ts';

/** How many go to whom, and of the first of them who: to the first deputy who is still there, else to who is named. */
export function OwnedCustomers({
  owned,
  heirs,
  heirId,
}: {
  readonly owned: OwnedState;
  readonly heirs: HeirsState;
  readonly heirId: string;
}) {
  const say = useWords();
  if (heirs.kind === 'failed') return <Fault>{say('rehome.not-read')}</Fault>;
  if (heirs.kind === 'known' && heirs.heirs.length === 0) {
    return <Empty size="small">{say('rehome.none')}</Empty>;
  }
  return (
    <section aria-label={say('rehome.customers')}>
      <h3>{say('rehome.customers')}</h3>
      <p className="hint num">
        {heirs.kind === 'known' ? <Counts heirs={heirs.heirs} /> : say('rehome.counting')}
      </p>
      {owned.kind === 'failed' && <Fault>{say('rehome.not-read')}</Fault>}
      {owned.kind === 'loading' && <BoneRows count={3} height={26} />}
      {owned.kind === 'known' && owned.bonds.length > 0 && (
        <Named {...owned} heirId={heirId} hasAccounts={hasAccounts(heirs)} />
      )}
    </section>
  );
}

/** The first of them by name. */
function Named({
  bonds,
  customers,
  hasMore,
  hasAccounts,
  heirId,
}: Extract<OwnedState, { readonly kind: 'known' }> & {
  readonly hasAccounts: boolean;
  readonly heirId: string;
}) {
  const say = useWords();
  const names = useAgentNames();
  return (
    <>
      <ul className="rehomed" tabIndex={0} aria-label={say('rehome.customers')}>
        {bonds.map((bond) => {
          const to = names.get(nextOf(bond, names, heirId) ?? '');
          return (
            <li key={bond.customerId}>
              <bdi className="cut">{customers.get(bond.customerId) ?? bond.customerId}</bdi>
              <span className={to === undefined ? 'wrong' : 'hint'}>
                {to === undefined ? say('rehome.to-nobody') : say('rehome.to', { name: to })}
              </span>
            </li>
          );
        })}
      </ul>
      {(hasMore || hasAccounts) && <p className="hint">{say('rehome.more')}</p>}
    </>
  );
}

function hasAccounts(heirs: HeirsState): boolean {
  return heirs.kind === 'known' && heirs.heirs.some(({ accountCount }) => accountCount > 0);
}

/** How many go to whom. */
function Counts({ heirs }: { readonly heirs: readonly Heir[] }) {
  const say = useWords();
  const names = useAgentNames();
  const parts = heirs.map((heir) => {
    const count = countOf(heir);
    if (heir.agentId === undefined) return say('rehome.count-nobody', { count });
    return say('rehome.count', { name: names.get(heir.agentId) ?? heir.agentId, count });
  });
  return new Intl.ListFormat(locale()).format(parts);
}

function countOf({ customerCount, accountCount }: Heir): number {
  return customerCount + accountCount;
}
