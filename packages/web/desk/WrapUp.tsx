import { useEffect, useRef, useState } from 'react';
import { Button } from '../design/Button.tsx';
import { ChannelGlyph } from '../design/ChannelGlyph.tsx';
import { useNow } from '../design/clock.ts';
import { Check } from '../design/Field.tsx';
import { momentText } from '../design/moment-text.ts';
import { BoneRows, Fault } from '../design/Notes.tsx';
import { toast } from '../design/Toasts.tsx';
import { keyName } from '../keys/key-map.ts';
import { useKeys } from '../keys/use-keys.ts';
import { completeWork, leaveNote } from './acts.ts';
import type { Disposition } from '../dispositions/disposition-name.ts';
import { useDispositions } from './dispositions.ts';
import type { DeskRow } from './rows.ts';
import { useWords } from './words.ts';
import { WrapUpTime } from './WrapUpTime.tsx';

/** So long before the end a note that is being typed is kept. */
const NOTE_KEPT_MS = 4_000;

/** What is left when the exchange is over: what came of it, and a word for whoever comes next. */
export function WrapUp({
  row: { workId, interactionId, deadline },
  aside,
  name,
  onDone,
}: {
  readonly row: DeskRow;
  /** What of the same matter is put aside meanwhile, and may have been settled with it. */
  readonly aside: readonly DeskRow[];
  readonly name: string;
  readonly onDone: () => void;
}) {
  const say = useWords();
  const dispositions = useDispositions();
  const [note, setNote] = useState('');
  const [settledIds, setSettled] = useState<readonly string[]>([]);
  const [isSaving, setSaving] = useState(false);
  const [isNoted, setNoted] = useState(false);
  // What was typed is kept, also where the time runs out over it.
  const now = useNow();
  const isEnding = deadline !== undefined && deadline.dueAt - now < NOTE_KEPT_MS;
  useEffect(() => {
    if (!isEnding || isNoted || note.trim() === '' || interactionId === undefined) return;
    void leaveNote(interactionId, note.trim()).then((isKept) => isKept && setNoted(true));
    // Once, when the end is near.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isEnding]);
  const choices = useRef<HTMLDivElement>(null);
  const isHere = dispositions.kind === 'known';
  useEffect(() => {
    if (isHere) choices.current?.querySelector('button')?.focus();
  }, [isHere]);
  const close = async ({ code, name: as }: Disposition): Promise<boolean> => {
    if (isSaving) return false;
    setSaving(true);
    const hasNote = note.trim() !== '' && interactionId !== undefined && !isNoted;
    const isKept = !hasNote || (await leaveNote(interactionId, note.trim()));
    if (hasNote && isKept) setNoted(true);
    const alsoIds = aside.map((each) => each.workId).filter((id) => settledIds.includes(id));
    const isDone = isKept && (await completeAll([...alsoIds, workId], code));
    setSaving(false);
    if (isDone) toast(say('work.resolved', { name, as }));
    return isDone;
  };
  const first = isHere ? dispositions.list[0] : undefined;
  const closeFirst = async (): Promise<boolean> => first !== undefined && (await close(first));
  useKeys({
    'work.resolve': () => void closeFirst(),
    'work.resolve-next': () => void closeFirst().then((isDone) => isDone && onDone()),
  });
  return (
    <section className="wrap-up" aria-label={say('wrap-up.title')}>
      <h3>{say('wrap-up.title')}</h3>
      {dispositions.kind === 'loading' && <BoneRows count={1} height={30} />}
      {dispositions.kind === 'failed' && (
        <Fault onRetry={dispositions.retry}>{dispositions.why}</Fault>
      )}
      <AlsoSettled aside={aside} settledIds={settledIds} onChange={setSettled} />
      {isHere && (
        <div className="wrap-up-choices" ref={choices}>
          {dispositions.list.map((disposition, index) => (
            <Button
              key={disposition.code}
              kind={index === 0 ? 'main' : 'plain'}
              keys={index === 0 ? keyName('work.resolve') : undefined}
              disabled={isSaving}
              onClick={() => void close(disposition)}
            >
              {disposition.name}
            </Button>
          ))}
        </div>
      )}
      {interactionId !== undefined && (
        <textarea
          className="input"
          rows={2}
          dir="auto"
          aria-label={say('wrap-up.note')}
          placeholder={say('wrap-up.note-hint')}
          value={note}
          maxLength={5_000}
          onChange={({ target }) => setNote(target.value)}
        />
      )}
      {deadline !== undefined && <WrapUpTime workId={workId} deadline={deadline} />}
    </section>
  );
}

/** The last of them is what the others are put aside for, which wait again as it ends. */
async function completeAll(workIds: readonly string[], code: string): Promise<boolean> {
  for (const workId of workIds) if (!(await completeWork(workId, code))) return false;
  return true;
}

/** What came of the same matter, to be closed with it. */
function AlsoSettled({
  aside,
  settledIds,
  onChange,
}: {
  readonly aside: readonly DeskRow[];
  readonly settledIds: readonly string[];
  readonly onChange: (settledIds: readonly string[]) => void;
}) {
  const say = useWords();
  if (aside.length === 0) return null;
  return (
    <fieldset className="also-settled">
      <legend className="hint">{say('wrap-up.also')}</legend>
      {aside.map((row) => (
        <Check
          key={row.workId}
          label={
            <span className="cut">
              <ChannelGlyph channel={row.channel} size={12} />{' '}
              <bdi>{row.card?.piiSubject ?? say(`channel.${row.channel}`)}</bdi>{' '}
              <span className="hint num">{momentText(row.receivedAt)}</span>
            </span>
          }
          checked={settledIds.includes(row.workId)}
          onChange={({ target }) =>
            onChange(
              target.checked
                ? [...settledIds, row.workId]
                : settledIds.filter((id) => id !== row.workId),
            )
          }
        />
      ))}
    </fieldset>
  );
}
