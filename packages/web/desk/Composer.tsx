import { Ear, Paperclip, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button, IconButton } from '../design/Button.tsx';
import { ChannelGlyph } from '../design/ChannelGlyph.tsx';
import { useNow } from '../design/clock.ts';
import { Fault } from '../design/Notes.tsx';
import { timeLeftText, toneOf } from '../design/time-left.ts';
import { keyName } from '../keys/key-map.ts';
import { useKeys } from '../keys/use-keys.ts';
import { tellTyping } from './acts.ts';
import { useCustomer } from './customer.ts';
import { type Draft, onGivenBack, readDraft, useDraft } from './drafts.ts';
import { FILES_MAX, sizeText, takeIn } from './files.ts';
import { sendSoon } from './outbox.ts';
import type { DeskRow } from './rows.ts';
import { type TypedAhead, writeTyped } from './typed-ahead.ts';
import { useWords } from './words.ts';

interface ComposerProps {
  readonly row: DeskRow;
  readonly interactionId: string;
  readonly name: string;
  readonly agentId: string | undefined;
}

/** Where a reply or a note is written. What is typed stays until it has been sent, over reloads too. */
export function Composer({ row, interactionId, name, agentId }: ComposerProps) {
  const say = useWords();
  const [draft, setDraft] = useDraft(interactionId);
  const field = useRef<HTMLTextAreaElement>(null);
  const files = useFiles(interactionId, setDraft);
  const typed = useTyping(interactionId);
  const isHelping = row.status === 'helping';
  const isNote = draft.isNote || isHelping;
  const text = draft.text.trim();
  const canSend = (text !== '' || draft.files.length > 0) && files.underway.length === 0;
  useEffect(
    () =>
      onGivenBack((given) => {
        if (given === interactionId) field.current?.focus();
      }),
    [interactionId],
  );
  useTypedAhead(row.workId, (typedAhead) => {
    const before = readDraft(interactionId);
    const isNoted = before.isNote || typedAhead.isNote;
    setDraft({ text: before.text + typedAhead.text, isNote: isNoted });
    field.current?.focus();
  });
  const send = (): void => {
    if (!canSend || agentId === undefined) return;
    const words = text === '' ? draft.files.map(({ piiName }) => piiName).join('\n') : text;
    sendSoon({ agentId, interactionId, text: words, isNote, files: draft.files });
    setDraft({ text: '', files: [], isNote: false });
    field.current?.focus();
  };
  const begin = (asNote: boolean): void => {
    setDraft({ isNote: asNote });
    field.current?.focus();
  };
  useKeys({
    'reply.focus': () => begin(isHelping),
    'queue.open': () => {
      // On a button Enter is that button's.
      if (document.activeElement?.matches('button:not([data-work]), a, summary') === true) {
        return false;
      }
      field.current?.focus();
      return undefined;
    },
    'note.begin': () => begin(true),
    'reply.send': send,
  });
  return (
    <>
      {files.fault !== undefined && <Fault>{files.fault}</Fault>}
      <div
        className="composer"
        data-note={isNote}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          files.add(event.dataTransfer.files);
        }}
      >
        <textarea
          ref={field}
          dir="auto"
          aria-label={say(isNote ? 'composer.note-label' : 'composer.label', { name })}
          placeholder={say(isNote ? 'composer.note-hint' : 'composer.hint', { name })}
          title={say('composer.format')}
          value={draft.text}
          maxLength={20_000}
          onPaste={(event) => files.add(event.clipboardData.files)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') event.currentTarget.blur();
          }}
          onChange={(event) => {
            setDraft({ text: event.target.value });
            if (!isNote) typed();
          }}
        />
        <FileRow draft={draft} underway={files.underway} onChange={setDraft} />
        <Foot {...{ row, isNote, canSend, send, begin }} onFiles={files.add} />
      </div>
    </>
  );
}

function Foot({
  row,
  isNote,
  canSend,
  send,
  begin,
  onFiles,
}: {
  readonly row: DeskRow;
  readonly isNote: boolean;
  readonly canSend: boolean;
  readonly send: () => void;
  readonly begin: (asNote: boolean) => void;
  readonly onFiles: (files: FileList) => void;
}) {
  const say = useWords();
  return (
    <footer>
      <span className="hint composer-channel">
        <ChannelGlyph channel={row.channel} size={13} />{' '}
        <span className="composer-channel-name">{say(`channel.${row.channel}`)}</span>
      </span>
      {row.status !== 'helping' && (
        <Button
          size="small"
          aria-pressed={isNote}
          keys={keyName('note.begin')}
          onClick={() => begin(!isNote)}
        >
          {say('composer.note')}
        </Button>
      )}
      <AttachButton onFiles={onFiles} />
      <NeedReminder customerId={row.customerId} />
      <span className="grow" />
      {!isNote && <ToReply row={row} />}
      <Button
        size="small"
        kind="main"
        keys={keyName('reply.send')}
        disabled={!canSend}
        onClick={send}
      >
        {say('composer.send')}
      </Button>
    </footer>
  );
}

function FileRow({
  draft: { files },
  underway,
  onChange,
}: {
  readonly draft: Draft;
  readonly underway: readonly string[];
  readonly onChange: (next: Partial<Draft>) => void;
}) {
  const say = useWords();
  if (files.length === 0 && underway.length === 0) return null;
  return (
    <ul className="files" role="status">
      {files.map((file) => (
        <li key={file.attachmentId} className="file">
          <Paperclip size={13} aria-hidden />
          <bdi className="cut">{file.piiName}</bdi>
          <span className="hint num">{sizeText(file.sizeBytes)}</span>
          <IconButton
            size="small"
            label={say('composer.detach', { name: file.piiName })}
            onClick={() => onChange({ files: files.filter((each) => each !== file) })}
          >
            <X size={13} aria-hidden />
          </IconButton>
        </li>
      ))}
      {underway.map((name) => (
        <li key={name} className="file hint">
          {say('composer.uploading', { name })}
        </li>
      ))}
    </ul>
  );
}

function AttachButton({ onFiles }: { readonly onFiles: (files: FileList) => void }) {
  const say = useWords();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton
        size="small"
        label={say('composer.attach')}
        onClick={() => input.current?.click()}
      >
        <Paperclip size={14} aria-hidden />
      </IconButton>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={({ target }) => {
          if (target.files !== null) onFiles(target.files);
          target.value = '';
        }}
      />
    </>
  );
}

/** A need that changes how to reply stands where the reply is written. */
function NeedReminder({ customerId }: { readonly customerId: string | undefined }) {
  const known = useCustomer(customerId);
  const need = known.kind === 'known' ? known.of.customer.piiNeeds?.[0] : undefined;
  if (need === undefined) return null;
  return (
    <span className="need-reminder cut" title={need.piiText}>
      <Ear size={12} aria-hidden /> <bdi>{need.piiText}</bdi>
    </span>
  );
}

function ToReply({ row: { deadline } }: { readonly row: DeskRow }) {
  const say = useWords();
  const now = useNow();
  if (deadline === undefined) return null;
  const leftMs = deadline.dueAt - now;
  const isLate = leftMs < 0;
  const time = timeLeftText(Math.abs(leftMs));
  return (
    <span className="time-left" data-tone={toneOf(leftMs, deadline.wholeMs)}>
      {say(isLate ? 'composer.late' : 'composer.to-reply', { time })}
    </span>
  );
}

/** Writes what was typed right after the item was taken. */
function useTypedAhead(workId: string, write: (typed: TypedAhead) => void): void {
  const latest = useRef(write);
  useEffect(() => {
    latest.current = write;
  });
  useEffect(() => writeTyped(workId, (typed) => latest.current(typed)), [workId]);
}

const TYPING_EVERY_MS = 3_000;

/** Tells that somebody writes, now and then while he does. */
function useTyping(interactionId: string): () => void {
  const toldAt = useRef(0);
  return () => {
    const now = performance.now();
    if (toldAt.current !== 0 && now - toldAt.current < TYPING_EVERY_MS) return;
    toldAt.current = now;
    tellTyping(interactionId);
  };
}

function useFiles(interactionId: string, setDraft: (next: Partial<Draft>) => void) {
  const say = useWords();
  const [underway, setUnderway] = useState<readonly string[]>([]);
  const [fault, setFault] = useState<string>();
  const take = async (file: File): Promise<void> => {
    setUnderway((some) => [...some, file.name]);
    try {
      const taken = await takeIn(interactionId, file);
      setDraft({ files: [...readDraft(interactionId).files, taken] });
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
    } finally {
      setUnderway((some) => some.filter((name) => name !== file.name));
    }
  };
  const add = (list: FileList): void => {
    setFault(undefined);
    if (readDraft(interactionId).files.length + list.length > FILES_MAX) {
      setFault(say('composer.too-many'));
      return;
    }
    for (const file of list) void take(file);
  };
  return { underway, fault, add };
}
