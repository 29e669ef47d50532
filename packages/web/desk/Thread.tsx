import type { ConversationMessage, SignsState } from '@rapport/protocol';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useNow } from '../design/clock.ts';
import { Empty } from '../design/Notes.tsx';
import { markRead } from './acts.ts';
import { useAgentNames } from './agent-names.ts';
import type { Outgoing } from './outbox.ts';
import type { DeskRow } from './rows.ts';
import { Pending, Said } from './Said.tsx';
import { dayOf } from '../design/moment-text.ts';
import { dayText } from './times.ts';
import { useWords } from './words.ts';

/** What was said, by day, the newest at the bottom; it stays there if it was there. */
export function Thread({
  row,
  interactionId,
  messages,
  outgoing,
  signs,
  name,
  agentId,
}: {
  readonly row: DeskRow;
  readonly interactionId: string;
  readonly messages: readonly ConversationMessage[];
  readonly outgoing: readonly Outgoing[];
  readonly signs: SignsState | undefined;
  readonly name: string;
  readonly agentId: string | undefined;
}) {
  const say = useWords();
  const names = useAgentNames();
  const { list, newCount, toEnd, onScroll } = useEnd(messages, outgoing.length);
  useReading(row, interactionId, messages);
  const readOrdinal = signs?.customerReadOrdinal ?? 0;
  const lastRead = messages.findLast(
    ({ from, isNote, ordinal }) => from === 'agent' && !isNote && ordinal <= readOrdinal,
  );
  const typing = (signs?.typing ?? []).filter((who) => who !== agentId);
  const authorOf = ({ from, authorId }: ConversationMessage): string => {
    if (from === 'customer') return name;
    if (from === 'centre') return say('conversation.centre');
    if (authorId === agentId) return say('conversation.you');
    return names.get(authorId ?? '') ?? say('conversation.colleague');
  };
  const faceOf = ({ from, authorId = '' }: ConversationMessage): string =>
    from === 'customer' ? name : (names.get(authorId) ?? '');
  return (
    <div className="thread-frame">
      <div
        ref={list}
        className="thread"
        role="log"
        aria-label={say('conversation.messages')}
        tabIndex={0}
        onScroll={onScroll}
      >
        {(messages[0]?.ordinal ?? 1) > 1 && <p className="happened">{say('conversation.older')}</p>}
        {messages.length === 0 && <Empty>{say('conversation.nothing-said')}</Empty>}
        {messages.map((message, index) => {
          const before = messages[index - 1];
          const isNewDay = before === undefined || dayOf(before.at) !== dayOf(message.at);
          return (
            <div key={message.messageId} className="said-frame">
              {isNewDay && <Day at={message.at} />}
              <Said
                message={message}
                interactionId={interactionId}
                channel={row.channel}
                author={authorOf(message)}
                face={faceOf(message)}
                isMore={!isNewDay && isSameBreath(before, message)}
                isRead={message === lastRead}
              />
            </div>
          );
        })}
        {outgoing.map((message) => (
          <Pending key={message.id} message={message} face={names.get(agentId ?? '') ?? ''} />
        ))}
        <div role="status" className="typing">
          {typing.map((who) => (
            <p key={who} className="happened">
              {say('conversation.typing', {
                who: who === 'customer' ? name : (names.get(who) ?? say('conversation.colleague')),
              })}
            </p>
          ))}
        </div>
      </div>
      {newCount > 0 && (
        <button type="button" className="button new-below" onClick={toEnd}>
          {say('conversation.new-below', { count: newCount })}
        </button>
      )}
    </div>
  );
}

function Day({ at }: { readonly at: number }) {
  const say = useWords();
  const today = useNow();
  const name =
    dayOf(at) === dayOf(today)
      ? say('conversation.today')
      : dayOf(at) === dayOf(today - 86_400_000)
        ? say('conversation.yesterday')
        : dayText(at);
  return <p className="day">{name}</p>;
}

const BREATH_MS = 120_000;

/** Whether somebody goes on with what he said a moment before. */
function isSameBreath(before: ConversationMessage, message: ConversationMessage): boolean {
  return (
    before.from === message.from &&
    before.authorId === message.authorId &&
    before.isNote === message.isNote &&
    message.at - before.at < BREATH_MS
  );
}

/** Keeps a list at its end while it is there, and counts what comes while it is not. */
function useEnd(messages: readonly ConversationMessage[], outgoingCount: number) {
  const list = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const [seenCount, setSeenCount] = useState(messages.length);
  const toEnd = (): void => list.current?.scrollTo({ top: list.current.scrollHeight });
  useLayoutEffect(() => {
    if (!isAtEnd.current && outgoingCount === 0) return;
    toEnd();
    setSeenCount(messages.length);
  }, [messages.length, outgoingCount]);
  const onScroll = ({ currentTarget }: React.UIEvent<HTMLDivElement>): void => {
    const { scrollTop, scrollHeight, clientHeight } = currentTarget;
    isAtEnd.current = scrollHeight - scrollTop - clientHeight < 40;
    if (isAtEnd.current) setSeenCount(messages.length);
  };
  return { list, toEnd, onScroll, newCount: Math.max(0, messages.length - seenCount) };
}

/** Tells what has been read here, while somebody looks. */
function useReading(
  { status, card }: DeskRow,
  interactionId: string,
  messages: readonly ConversationMessage[],
): void {
  const last = messages.at(-1)?.ordinal ?? 0;
  const isMine = status === 'active' || status === 'on-hold';
  const isUnread = (card?.unreadCount ?? 0) > 0;
  useEffect(() => {
    if (!isMine || !isUnread || last === 0) return undefined;
    const look = (): void => {
      if (document.visibilityState === 'visible') markRead(interactionId, last);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [interactionId, last, isMine, isUnread]);
}
