import './sign-in.css';
import { lazy, type SubmitEvent, Suspense, useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Field } from '../design/Field.tsx';
import { Mark } from '../design/Mark.tsx';
import { Fault } from '../design/Notes.tsx';
import { useWords } from '../words/words.ts';
import { answered, api, Refused } from './api.ts';
import { openSession } from './session.ts';

/** Only a demo's page names where its ready accounts lie; they come when there are any. */
const READY_ACCOUNTS = document.querySelector<HTMLMetaElement>(
  'meta[name="rapport-accounts"]',
)?.content;
const ReadyAccounts = lazy(async () => ({
  default: (await import('../ready-accounts/ReadyAccounts.tsx')).ReadyAccounts,
}));

/** Where somebody says who he is: a password, and a code where he has chosen to need one. */
export function SignIn() {
  const say = useWords();
  const [step, setStep] = useState<'password' | 'code'>('password');
  const [fault, setFault] = useState<Refused>();
  const [isBusy, setBusy] = useState(false);
  const carryOut = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setFault(undefined);
    try {
      await work();
    } catch (error) {
      setFault(
        error instanceof Refused
          ? error
          : new Refused({ type: 'unreachable', title: say('sign-in.unreachable') }),
      );
    }
    setBusy(false);
  };
  const enter = async (piiEmail: string, password: string): Promise<void> => {
    const body = { piiEmail, password };
    const { isSecondFactorNeeded } = await answered(api.POST('/api/v1/session', { body }));
    if (isSecondFactorNeeded) setStep('code');
    else await openSession();
  };
  const prove = async (form: FormData): Promise<void> => {
    if (step === 'password') {
      await enter(textOf(form, 'email').trim(), textOf(form, 'password'));
      return;
    }
    const code = textOf(form, 'code').replaceAll(' ', '');
    await answered(api.POST('/api/v1/session/second-factor', { body: { code } }));
    await openSession();
  };
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    void carryOut(() => prove(form));
  };
  return (
    <main className="sign-in">
      <div className="pane">
        <h1>
          <Mark />
          {say('app.name')}
        </h1>
        <form onSubmit={submit}>
          {step === 'password' ? <PasswordFields /> : <CodeField />}
          {fault !== undefined && <Fault>{fault.message}</Fault>}
          <Button kind="main" submits disabled={isBusy}>
            {say(step === 'password' ? 'sign-in.go' : 'sign-in.prove')}
          </Button>
        </form>
        {READY_ACCOUNTS !== undefined && step === 'password' && (
          <Suspense fallback={null}>
            <ReadyAccounts
              from={READY_ACCOUNTS}
              isBusy={isBusy}
              onChoose={(email, password) => void carryOut(() => enter(email, password))}
            />
          </Suspense>
        )}
      </div>
    </main>
  );
}

function PasswordFields() {
  const say = useWords();
  return (
    <>
      <Field
        label={say('sign-in.email')}
        name="email"
        type="email"
        autoComplete="username"
        required
        autoFocus
      />
      <Field
        label={say('sign-in.password')}
        hint={say('sign-in.forgotten')}
        name="password"
        type="password"
        autoComplete="current-password"
        required
      />
    </>
  );
}

function CodeField() {
  const say = useWords();
  return (
    <Field
      label={say('sign-in.code')}
      hint={say('sign-in.code-hint')}
      name="code"
      inputMode="numeric"
      autoComplete="one-time-code"
      required
      autoFocus
    />
  );
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
