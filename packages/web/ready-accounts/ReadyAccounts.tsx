import './ready-accounts.css';
import { useEffect, useState } from 'react';
import type { Role } from '@rapport/protocol';
import { Face } from '../design/Face.tsx';
import { Fault } from '../design/Notes.tsx';
import { useWords } from './words/words.ts';

interface Account {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

/** What a demo shows about itself. */
interface Shown {
  readonly organisation: string;
  /** The address of a page of its own, as its customers see it. */
  readonly page: string;
  readonly password: string;
  readonly accounts: readonly Account[];
}

/** The people whom a demo offers to be, each by one click. */
export function ReadyAccounts({
  from,
  isBusy,
  onChoose,
}: {
  /** Where the accounts lie. */
  readonly from: string;
  readonly isBusy: boolean;
  readonly onChoose: (email: string, password: string) => void;
}) {
  const say = useWords();
  const [shown, setShown] = useState<Shown | 'failed'>();
  useEffect(() => {
    readAccounts(from).then(setShown, () => setShown('failed'));
  }, [from]);
  if (shown === undefined) return null;
  if (shown === 'failed') return <Fault>{say('ready.failed')}</Fault>;
  const { organisation, page, password, accounts } = shown;
  return (
    <section className="ready-accounts" aria-labelledby="ready-accounts">
      <h2 id="ready-accounts">{say('ready.title', { organisation })}</h2>
      <p>{say('ready.hint')}</p>
      <ul>
        {accounts.map(({ name, email, role }) => (
          <li key={email}>
            <button type="button" disabled={isBusy} onClick={() => onChoose(email, password)}>
              <Face name={name} size={36} />
              <span className="who">
                {name}
                <span className="role">{say(`ready.role.${role}`)}</span>
              </span>
              <span className="does">{say(`ready.does.${role}`)}</span>
            </button>
          </li>
        ))}
      </ul>
      <p>
        <a href={page} target="_blank" rel="noreferrer">
          {say('ready.customers', { organisation })}
        </a>
      </p>
    </section>
  );
}

async function readAccounts(from: string): Promise<Shown> {
  const answer = await fetch(from);
  if (!answer.ok) throw new Error(`no accounts at ${from}`);
  return (await answer.json()) as Shown;
}
