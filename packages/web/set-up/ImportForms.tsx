import { X } from 'lucide-react';
import { type ReactNode, type SubmitEvent, useId, useState } from 'react';
import { Button, IconButton } from '../design/Button.tsx';
import { Check, Choice, Field } from '../design/Field.tsx';
import { BoneRows, Fault } from '../design/Notes.tsx';
import { ImportOutcome } from './ImportOutcome.tsx';
import {
  IMPORT_KINDS,
  type ImportKind,
  isCalendar,
  isUnderWay,
  sendFile,
  takeBack,
  useImport,
} from './use-import.ts';
import { useWords } from './words/words.ts';

/** Runs one thing at a time, and keeps in words why the last one was refused. */
function useAttempt() {
  const say = useWords();
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setFault(undefined);
    try {
      await work();
    } catch (error) {
      // A browser that cannot reach the server says so in words of its own.
      const isOurs = error instanceof Error && error.name === 'Refused';
      setFault(isOurs ? error.message : say('set-up.unreachable'));
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, fault, attempt };
}

/** A file that is tried first, and then taken in. */
export function NewImport({ onClose }: { readonly onClose: () => void }) {
  const say = useWords();
  const fileId = useId();
  const { isBusy, fault, attempt } = useAttempt();
  const [kind, setKind] = useState<ImportKind>('rosters');
  const [file, setFile] = useState<File>();
  const [agent, setAgent] = useState('');
  const [allOrNothing, setAllOrNothing] = useState(false);
  const [sent, setSent] = useState<{ readonly importId: string; readonly isDryRun: boolean }>();
  const isOneCalendar = kind === 'rosters' && file !== undefined && isCalendar(file);
  const send = (dryRun: boolean) =>
    void attempt(async () => {
      if (file === undefined) return;
      const whose = isOneCalendar ? agent.trim() : '';
      const asked = { kind, dryRun, allOrNothing, agent: whose };
      const { importId } = await sendFile(file, asked);
      setSent({ importId, isDryRun: dryRun });
    });
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    send(true);
  };
  return (
    <Side title={say('imports.new')} onClose={onClose}>
      <form className="import-form" onSubmit={submit}>
        <Choice
          label={say('imports.kind')}
          hint={say(`imports.holds.${kind}`)}
          value={kind}
          choices={IMPORT_KINDS.map((each) => [each, say(`imports.kind.${each}`)])}
          onChange={(event) => {
            setKind(event.target.value as ImportKind);
            setSent(undefined);
          }}
        />
        <div className="field">
          <label htmlFor={fileId}>{say('imports.file')}</label>
          <input
            id={fileId}
            type="file"
            accept=".csv,.txt,.ics,text/csv,text/calendar"
            required
            onChange={(event) => {
              setFile(event.target.files?.[0]);
              setSent(undefined);
            }}
          />
        </div>
        {isOneCalendar && (
          <Field
            label={say('imports.agent')}
            hint={say('imports.agent-hint')}
            value={agent}
            maxLength={200}
            onChange={(event) => {
              setAgent(event.target.value);
              setSent(undefined);
            }}
          />
        )}
        <Check
          label={say('imports.all-or-nothing')}
          checked={allOrNothing}
          onChange={(event) => {
            setAllOrNothing(event.target.checked);
            setSent(undefined);
          }}
        />
        {fault !== undefined && <Fault>{fault}</Fault>}
        {sent === undefined && (
          <p>
            <Button kind="main" submits disabled={isBusy || file === undefined}>
              {say('imports.try')}
            </Button>
          </p>
        )}
      </form>
      {sent !== undefined && (
        <SentImport
          key={sent.importId}
          importId={sent.importId}
          isBusy={isBusy}
          onTake={sent.isDryRun ? () => send(false) : undefined}
        />
      )}
    </Side>
  );
}

/** What came of the file that was sent, and the way on from a trial. */
function SentImport({
  importId,
  isBusy,
  onTake,
}: {
  readonly importId: string;
  readonly isBusy: boolean;
  readonly onTake: (() => void) | undefined;
}) {
  const say = useWords();
  const shown = useImport(importId, 0);
  if (shown === undefined) return <BoneRows count={2} height={40} />;
  return (
    <>
      <ImportOutcome shown={shown} />
      {onTake !== undefined && shown.record.status === 'done' && (
        <p>
          <Button kind="main" disabled={isBusy} onClick={onTake}>
            {say('imports.take')}
          </Button>
        </p>
      )}
    </>
  );
}

/** An import of before, and the way back. */
export function PastImport({
  importId,
  title,
  onClose,
}: {
  readonly importId: string;
  readonly title: string;
  readonly onClose: () => void;
}) {
  const say = useWords();
  const [round, setRound] = useState(0);
  const shown = useImport(importId, round);
  const { isBusy, fault, attempt } = useAttempt();
  const undo = () =>
    void attempt(async () => {
      await takeBack(importId);
      setRound(round + 1);
    });
  const canUndo =
    shown !== undefined &&
    !shown.record.isDryRun &&
    !shown.record.isForgotten &&
    !isUnderWay(shown.record) &&
    (shown.record.status === 'done' || shown.record.status === 'failed');
  return (
    <Side title={title} onClose={onClose}>
      {shown === undefined ? <BoneRows count={2} height={40} /> : <ImportOutcome shown={shown} />}
      {fault !== undefined && <Fault>{fault}</Fault>}
      {canUndo && (
        <p>
          <Button kind="grave" size="small" disabled={isBusy} onClick={undo}>
            {say('imports.undo')}
          </Button>
        </p>
      )}
    </Side>
  );
}

function Side({
  title,
  onClose,
  children,
}: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const say = useWords();
  return (
    <aside className="pane" aria-label={title}>
      <header className="pane-head">
        <h2 className="grow cut">{title}</h2>
        <IconButton label={say('action.close')} size="small" onClick={onClose}>
          <X size={14} aria-hidden />
        </IconButton>
      </header>
      <div className="pane-body import-side" tabIndex={0} role="group" aria-label={title}>
        {children}
      </div>
    </aside>
  );
}
