import type { ConversationMessage } from '@rapport/protocol';
import { Paperclip } from 'lucide-react';
import { Button } from '../design/Button.tsx';
import { type ChannelName, ChannelGlyph } from '../design/ChannelGlyph.tsx';
import { useNow } from '../design/clock.ts';
import { Face } from '../design/Face.tsx';
import { Markdown } from '../design/Markdown.tsx';
import { useLine } from '../live/live.ts';
import { sizeText } from './files.ts';
import { type Outgoing, sendNow, takeBack, UNDO_MS } from './outbox.ts';
import { timeText } from './times.ts';
import { useWords } from './words.ts';

/** Something that was said. */
export function Said({
  message,
  interactionId,
  channel,
  author,
  face,
  isMore,
  isRead,
}: {
  readonly message: ConversationMessage;
  readonly interactionId: string;
  readonly channel: ChannelName;
  readonly author: string;
  /** His name, also where the author is called “You”. */
  readonly face: string;
  /** Whether it goes on with what he said just before. */
  readonly isMore: boolean;
  readonly isRead: boolean;
}) {
  const say = useWords();
  const { from, piiText, isNote, at, attachments = [] } = message;
  return (
    <div
      className="said"
      data-side={from === 'customer' ? 'them' : 'us'}
      data-note={isNote}
      data-more={isMore}
    >
      {isMore ? <span className="said-indent" /> : <Face name={face} />}
      <div>
        <p className={isMore ? 'unseen' : 'said-head'}>
          <b>
            <bdi>{author}</bdi>
          </b>
          <ChannelGlyph channel={channel} size={12} />
          <bdi className="hint num">{timeText(at)}</bdi>
          {isNote && <span className="hint">· {say('conversation.note')}</span>}
        </p>
        <div className="said-words" dir="auto">
          {piiText === undefined ? (
            <span className="hint">{say('conversation.erased')}</span>
          ) : (
            <Markdown>{piiText}</Markdown>
          )}
        </div>
        {attachments.length > 0 && (
          <ul className="files">
            {attachments.map(({ attachmentId, piiName, sizeBytes }) => (
              <li key={attachmentId}>
                <a
                  className="file"
                  href={`/api/v1/interactions/${encodeURIComponent(interactionId)}/attachments/${encodeURIComponent(attachmentId)}`}
                  download={piiName}
                >
                  <Paperclip size={13} aria-hidden />
                  <bdi className="cut">{piiName}</bdi>
                  <span className="hint num">{sizeText(sizeBytes)}</span>
                </a>
              </li>
            ))}
          </ul>
        )}
        {isRead && <p className="read-sign hint">{say('conversation.read')}</p>}
      </div>
    </div>
  );
}

/** Whether it waits here for the server; what is tried while the line is lost does so too. */
function useIsKept({ state }: Outgoing): boolean {
  const isLost = useLine().kind === 'lost';
  return state === 'unreachable' || (state === 'sending' && isLost);
}

/** Something that is on its way, and may be taken back until it is. */
export function Pending({ message, face }: { readonly message: Outgoing; readonly face: string }) {
  const say = useWords();
  const { id, text, isNote, files, state, why, sendAt } = message;
  const isKept = useIsKept(message);
  return (
    <div className="said" data-side="us" data-note={isNote} data-state={state}>
      <Face name={face} />
      <div>
        <p className="said-head">
          <b>{say('conversation.you')}</b>
          {state === 'waiting' && !isNote && <Countdown sendAt={sendAt} />}
          {state === 'sending' && !isKept && (
            <span className="hint">{say('composer.sending')}</span>
          )}
        </p>
        <div className="said-words" dir="auto">
          <Markdown>{text}</Markdown>
        </div>
        {files.map(({ attachmentId, piiName }) => (
          <p key={attachmentId} className="hint">
            <Paperclip size={12} aria-hidden /> <bdi>{piiName}</bdi>
          </p>
        ))}
        {state === 'refused' && (
          <p className="not-sent" role="alert">
            {say('conversation.undelivered', { why: why ?? '' })}
          </p>
        )}
        {isKept && (
          <p className="not-sent" role="alert">
            {say('sign-in.unreachable')} {say('composer.kept')}
          </p>
        )}
        {state !== 'sending' && (
          <p className="pending-acts">
            <Button size="small" onClick={() => takeBack(id)}>
              {say(state === 'waiting' ? 'composer.undo' : 'composer.discard')}
            </Button>
            {state === 'waiting' && (
              <Button size="small" kind="bare" onClick={() => sendNow(id)}>
                {say('composer.now')}
              </Button>
            )}
          </p>
        )}
      </div>
    </div>
  );
}

function Countdown({ sendAt }: { readonly sendAt: number }) {
  const say = useWords();
  const now = useNow();
  const seconds = Math.min(UNDO_MS / 1_000, Math.max(1, Math.ceil((sendAt - now) / 1_000)));
  return <span className="hint num">{say('composer.waits', { seconds })}</span>;
}
