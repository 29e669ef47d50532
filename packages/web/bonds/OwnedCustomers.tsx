import { BoneRows, Empty, Fault } from '../design/Notes.tsx';
import { useAgentNames } from '../desk/agent-names.ts';
import { locale } from '../words/words.ts';
import type { Heir, HeirsState } from './use-heirs.ts';
import { nextOf, type OwnedBond, type OwnedState } from './use-owned.ts';
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
  const names = useAgentNames();
  if (owned.kind === 'failed' || heirs.kind === 'failed') {
    return <Fault>{say('rehome.not-read')}</Fault>;
  }
  if (owned.kind === 'loading') return <BoneRows count={3} height={26} />;
  const { bonds, customers } = owned;
  const known = heirs.kind === 'known' ? heirs.heirs : undefined;
  if (known?.length === 0) return <Empty size="small">{say('rehome.none')}</Empty>;
  const next = (bond: OwnedBond): string | undefined =>
    names.get(nextOf(bond, names, heirId) ?? '');
  const moreCount = sum((known ?? []).map(countOf)) - bonds.length;
  return (
    <section aria-label={say('rehome.customers')}>
      <h3>{say('rehome.customers')}</h3>
      <p className="hint num">{known === undefined ? '…' : <Counts heirs={known} />}</p>
      {bonds.length > 0 && (
        <ul className="rehomed" tabIndex={0} aria-label={say('rehome.customers')}>
          {bonds.map((bond) => {
            const to = next(bond);
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
      )}
      {bonds.length > 0 && moreCount > 0 && (
        <p className="hint num">{say('rehome.more', { count: moreCount })}</p>
      )}
    </section>
  );
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

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}
