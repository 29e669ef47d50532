import { Dialog } from '../design/Dialog.tsx';
import { BoneRows, Empty, Fault } from '../design/Notes.tsx';
import { useTopic } from '../live/live.ts';
import { locale } from '../words/words.ts';
import { useWords } from './words/words.ts';

/** A conversation as it goes on, to read and nothing else. */
export function ReadDialog({
  interactionId,
  name,
  onClose,
}: {
  readonly interactionId: string;
  readonly name: string;
  readonly onClose: () => void;
}) {
  const say = useWords();
  const conversation = useTopic('conversation', { interactionId });
  const time = new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit' });
  const messages = conversation.kind === 'known' ? conversation.state.messages : [];
  return (
    <Dialog
      title={say('floor.conversation-title', { name })}
      className="read-dialog"
      onClose={onClose}
    >
      <div className="thread" role="log" tabIndex={0} aria-label={say('conversation.messages')}>
        {conversation.kind === 'loading' && <BoneRows count={3} height={52} />}
        {conversation.kind === 'declined' && <Fault>{conversation.title}</Fault>}
        {conversation.kind === 'known' && messages.length === 0 && (
          <Empty>{say('floor.conversation-none')}</Empty>
        )}
        {messages.map(({ messageId, from, piiText, isNote, at }) => (
          <div
            key={messageId}
            className="said"
            data-side={from === 'customer' ? 'them' : 'us'}
            data-note={isNote}
          >
            <div>
              <p className="said-head">
                <b>
                  <bdi>{from === 'customer' ? name : say('floor.conversation-us')}</bdi>
                </b>
                <bdi className="hint num">{time.format(at)}</bdi>
                {isNote && <span className="hint">{say('floor.conversation-note')}</span>}
              </p>
              <p className="said-words" dir="auto">
                {piiText ?? say('floor.conversation-erased')}
              </p>
            </div>
          </div>
        ))}
      </div>
    </Dialog>
  );
}
