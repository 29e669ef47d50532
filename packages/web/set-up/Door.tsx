import { Navigate, useNavigate } from '@tanstack/react-router';
import { type ReactNode, type SubmitEvent, useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Field } from '../design/Field.tsx';
import { Mark } from '../design/Mark.tsx';
import { Fault } from '../design/Notes.tsx';
import { answered, api, Refused } from '../session/api.ts';
import { openSession } from '../session/session.ts';
import { useWords } from './words/words.ts';

const PASSWORD_LENGTH_MIN = 12;
const PASSWORD_LENGTH_MAX = 128;

/** Set-up's own address: with a token, where the first administrator is made. */
export function SetUpDoor() {
  const [token] = useState(() => location.hash.slice(1));
  return token === '' ? (
    <Navigate to="/set-up/$room" params={{ room: 'start' }} replace />
  ) : (
    <Entry token={token} kind="first" />
  );
}

/** Where somebody who was invited chooses his password. */
export function Invitation() {
  const [token] = useState(() => location.hash.slice(1));
  return <Entry token={token} kind="invited" />;
}

/** Where somebody who has forgotten his password chooses another one. */
export function NewPassword() {
  const [token] = useState(() => location.hash.slice(1));
  return <Entry token={token} kind="forgotten" />;
}

/** Whom a link is for. */
type Kind = 'first' | 'invited' | 'forgotten';

interface Asked {
  readonly token: string;
  readonly password: string;
  readonly name: string;
  readonly email: string;
}

/** Keeps the password of whom the link is for, and returns with which address he signs in. */
async function enter(kind: Kind, asked: Asked): Promise<string> {
  const { token, password, name: piiName, email: piiEmail } = asked;
  if (kind === 'first') {
    const body = { token, password, piiName, piiEmail };
    await answered(api.POST('/api/v1/set-up', { body }));
    return piiEmail;
  }
  const body = { token, password };
  const accepted = await answered(
    kind === 'invited'
      ? api.POST('/api/v1/invitations/accept', { body })
      : api.POST('/api/v1/password-resets/accept', { body }),
  );
  return accepted.piiEmail;
}

function Entry({ token, kind }: { readonly token: string; readonly kind: Kind }) {
  const say = useWords();
  const navigate = useNavigate();
  const [fault, setFault] = useState<Refused>();
  const [isBusy, setBusy] = useState(false);
  const [password, setPassword] = useState('');
  const [isShown, show] = useState(false);
  const [isKept, setKept] = useState(false);
  const carryOut = async (form: FormData): Promise<void> => {
    const asked = { token, password, name: textOf(form, 'name'), email: textOf(form, 'email') };
    setBusy(true);
    setFault(undefined);
    try {
      const piiEmail = await enter(kind, asked);
      const body = { piiEmail, password };
      const { isSecondFactorNeeded } = await answered(api.POST('/api/v1/session', { body }));
      if (isSecondFactorNeeded) {
        setKept(true);
        return;
      }
      await openSession();
      // The token has been used, and must not stay in the address.
      await navigate(
        kind === 'first' ? { to: '/set-up/$room', params: { room: 'start' } } : { to: '/' },
      );
    } catch (error) {
      const title = say('set-up.unreachable');
      setFault(error instanceof Refused ? error : new Refused({ type: 'unreachable', title }));
      setBusy(false);
    }
  };
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    void carryOut(new FormData(event.currentTarget));
  };
  if (isKept) return <Note title={say('door.kept')}>{say('door.kept-hint')}</Note>;
  if (token === '' || fault?.type === 'token-invalid') {
    return <Note title={say('door.spent')}>{say(`door.spent-${kind}`)}</Note>;
  }
  const isPasswordWrong = fault?.field === 'password';
  return (
    <main className="sign-in">
      <div className="pane">
        <h1>
          <Mark />
          {say(`door.${kind}`)}
        </h1>
        <p className="dim">{say(`door.${kind}-hint`)}</p>
        <form onSubmit={submit}>
          {kind === 'first' && <WhoFields fault={fault} />}
          <Field
            label={say('door.password')}
            hint={ruleFor(password, say)}
            wrong={isPasswordWrong ? say('door.password-known') : undefined}
            type={isShown ? 'text' : 'password'}
            autoComplete="new-password"
            required
            minLength={PASSWORD_LENGTH_MIN}
            maxLength={PASSWORD_LENGTH_MAX}
            autoFocus={kind !== 'first'}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
          <label className="check">
            <input
              type="checkbox"
              checked={isShown}
              onChange={(event) => show(event.target.checked)}
            />
            {say('door.show')}
          </label>
          {fault !== undefined && fault.field === undefined && <Fault>{fault.message}</Fault>}
          <Button kind="main" submits disabled={isBusy}>
            {say(`door.${kind}-go`)}
          </Button>
        </form>
      </div>
    </main>
  );
}

function WhoFields({ fault }: { readonly fault: Refused | undefined }) {
  const say = useWords();
  const wrong = (field: string) => (fault?.field === field ? fault.message : undefined);
  return (
    <>
      <Field
        label={say('person.name')}
        name="name"
        autoComplete="name"
        required
        autoFocus
        wrong={wrong('piiName')}
      />
      <Field
        label={say('person.email')}
        hint={say('door.email-hint')}
        name="email"
        type="email"
        autoComplete="username"
        required
        wrong={wrong('piiEmail')}
      />
    </>
  );
}

/** Nothing is left to do here: says why, and leads to where one signs in. */
function Note({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const say = useWords();
  return (
    <main className="sign-in">
      <div className="pane">
        <h1>
          <Mark />
          {title}
        </h1>
        <p>{children}</p>
        <a className="link" href="/">
          {say('door.sign-in')}
        </a>
      </div>
    </main>
  );
}

/** How far the password is, in words: its length is all that is asked, and all that makes it strong here. */
function ruleFor(password: string, say: ReturnType<typeof useWords>): string {
  const length = Array.from(password).length;
  if (length === 0) return say('door.rule');
  if (length < PASSWORD_LENGTH_MIN) {
    return say('door.more', { count: PASSWORD_LENGTH_MIN - length });
  }
  if (new Set(password).size < 6) return say('door.weak');
  return length < 16 ? say('door.enough') : say('door.strong');
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}
