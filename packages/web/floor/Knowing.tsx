import { lazy, Suspense, useState } from 'react';
import { Empty } from '../design/Notes.tsx';
import { Section } from '../design/Pane.tsx';
import { useSession } from '../session/session.ts';
import { type Card, forgetCard } from './cards.ts';
import type { Directory } from './directory.ts';
import type { FloorItem, Person } from './floor-model.ts';
import { PersonLink } from './PersonLink.tsx';
import { useWords } from './words/words.ts';

type Bond = NonNullable<Card['bond']>;

/** It comes when somebody changes a bond. */
const BondDialog = lazy(async () => {
  const { BondDialog: dialog } = await import('../bonds/BondDialog.tsx');
  return { default: dialog };
});

/** For who may say who looks after a customer. */
function ChangeBond({
  name,
  bond,
  onSaved,
}: {
  readonly name: string;
  readonly bond: Bond;
  readonly onSaved: (bond: Bond) => void;
}) {
  const say = useWords();
  const session = useSession();
  const [isOpen, setOpen] = useState(false);
  const roles: readonly string[] = session.kind === 'signed-in' ? session.me.roles : [];
  if (!roles.includes('supervisor') && !roles.includes('administrator')) return null;
  return (
    <>
      <button type="button" className="link" onClick={() => setOpen(true)}>
        {say('floor.knows-change')}
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <BondDialog
            name={name}
            bond={bond}
            onSaved={(next) => {
              onSaved(next);
              setOpen(false);
            }}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}

/** Everybody who knows a customer, with how; somebody may be several, and the first counts. */
function knownOf(bond: Bond | undefined) {
  if (bond === undefined) return [];
  const standings = [
    ...(bond.ownerId === undefined ? [] : [[bond.ownerId, 'owner'] as const]),
    ...bond.deputyIds.map((agentId) => [agentId, 'deputy'] as const),
    ...bond.earned.map(({ agentId }) => [agentId, 'earned'] as const),
  ];
  return [...new Map(standings.toReversed()).entries()].toReversed();
}

/** Who knows the customer of an item, and how. */
export function Knowing({
  item,
  card,
  people,
  directory,
  onChoosePerson,
}: {
  readonly item: FloorItem;
  readonly card: Card | undefined;
  readonly people: ReadonlyMap<string, Person>;
  readonly directory: Directory;
  readonly onChoosePerson: (agentId: string) => void;
}) {
  const say = useWords();
  const [changed, setChanged] = useState<Bond>();
  const bond = changed ?? card?.bond;
  const known = knownOf(bond);
  return (
    <Section
      title={say('floor.knows')}
      end={
        bond !== undefined && (
          <ChangeBond
            name={card?.name ?? say('customer.unknown')}
            bond={bond}
            onSaved={(next) => {
              forgetCard(item.workId);
              setChanged(next);
            }}
          />
        )
      }
    >
      {card !== undefined && known.length === 0 && (
        <Empty size="small">{say('floor.knows-nobody')}</Empty>
      )}
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
