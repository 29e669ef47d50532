import { BoneRows, Empty, Fault } from '../design/Notes.tsx';
import { useAgentNames } from '../desk/agent-names.ts';
import { locale } from '../words/words.ts';
import { nextOf, type OwnedBond, type OwnedState } from './use-owned.ts';
import { useWords } from './words/words.ts';

/** Each with who looks after them then: the first deputy who is still there, else who is named. */
export function OwnedCustomers({
  owned,
  heirId,
}: {
  readonly owned: OwnedState;
  readonly heirId: string;
}) {
  const say = useWords();
  const names = useAgentNames();
  if (owned.kind === 'failed') return <Fault>{say('rehome.not-read')}</Fault>;
  if (owned.kind === 'loading') return <BoneRows count={3} height={26} />;
  const { bonds, customers, hasMore } = owned;
  if (bonds.length === 0) return <Empty size="small">{say('rehome.none')}</Empty>;
  const next = (bond: OwnedBond): string | undefined =>
    names.get(nextOf(bond, names, heirId) ?? '');
  return (
    <section aria-label={say('rehome.customers')}>
      <h3>{say('rehome.customers')}</h3>
      <Counts nexts={bonds.map(next)} hasMore={hasMore} />
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
      {hasMore && <p className="hint">{say('rehome.more')}</p>}
    </section>
  );
}

/** How many go to whom. */
function Counts({
  nexts,
  hasMore,
}: {
  readonly nexts: readonly (string | undefined)[];
  /** Whether these are the first of more. */
  readonly hasMore: boolean;
}) {
  const say = useWords();
  const counts = new Map<string | undefined, number>();
  for (const name of nexts) counts.set(name, (counts.get(name) ?? 0) + 1);
  const parts = [...counts].map(([name, count]) =>
    name === undefined
      ? say('rehome.count-nobody', { count })
      : say('rehome.count', { name, count }),
  );
  const list = new Intl.ListFormat(locale()).format(parts);
  return (
    <p className="hint num">
      {hasMore ? say('rehome.first', { count: nexts.length, list }) : list}
    </p>
  );
}
