import type { ConversationMessage, QueueItem } from '@rapport/protocol';
import { Check } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { Button } from '../design/Button.tsx';
import { ChannelGlyph } from '../design/ChannelGlyph.tsx';
import { Face } from '../design/Face.tsx';
import { Menu } from '../design/Menu.tsx';
import { BoneRows, Empty, Fault } from '../design/Notes.tsx';
import { Pane } from '../design/Pane.tsx';
import { keyName } from '../keys/key-map.ts';
import { useKeys } from '../keys/use-keys.ts';
import { useTopic } from '../live/live.ts';
import { useWords } from '../words/words.ts';
import { completeWork, holdWork, resumeWork, wrapUpWork } from './acts.ts';
import { Composer } from './Composer.tsx';
import { type Card, useCard } from './queue.ts';
import { TransferDialog } from './TransferDialog.tsx';

/** What I am doing: one exchange, from the first word to its wrap-up. */
export function ConversationPane({ item }: { readonly item: QueueItem }) {
  const say = useWords();
  const card = useCard(item);
  const name = card.name ?? say('customer.unknown');
  return (
    <Pane label={say('desk.conversation')}>
      <Head item={item} card={card} name={name} />
      {card.interactionId === undefined ? (
        <Empty>{say('conversation.no-words')}</Empty>
      ) : (
        <Thread interactionId={card.interactionId} item={item} name={name} />
      )}
      {card.interactionId !== undefined && item.status === 'active' && (
        <Composer interactionId={card.interactionId} channel={item.channel} name={name} />
      )}
    </Pane>
  );
}

function Head({
  item,
  card,
  name,
}: {
  readonly item: QueueItem;
  readonly card: Card;
  readonly name: string;
}) {
  const say = useWords();
  const { workId, status, channel } = item;
  const [isTransferring, setTransferring] = useState(false);
  const isServing = status === 'active' || status === 'on-hold';
  const resolve = (): boolean => {
    if (isServing) void wrapUpWork(workId);
    else if (status === 'wrap-up') void completeWork(workId, 'solved');
    else return false;
    return true;
  };
  useKeys({
    'work.resolve': resolve,
    'work.transfer': () => {
      if (!isServing) return false;
      setTransferring(true);
      return true;
    },
    'work.hold': () => {
      if (status === 'active') void holdWork(workId);
      else if (status === 'on-hold') void resumeWork(workId);
      else return false;
      return true;
    },
  });
  return (
    <div className="pane-head conversation-head">
      <div className="grow">
        <h2 className="cut">
          <bdi>{card.subject ?? name}</bdi>
        </h2>
        <p className="hint">
          <ChannelGlyph channel={channel} size={12} /> <bdi>{name}</bdi>
        </p>
      </div>
      {isServing && (
        <>
          <Button
            keys={keyName('work.hold')}
            onClick={() => void (status === 'active' ? holdWork(workId) : resumeWork(workId))}
          >
            {say(status === 'active' ? 'work.hold' : 'work.resume')}
          </Button>
          <Button keys={keyName('work.transfer')} onClick={() => setTransferring(true)}>
            {say('work.transfer')}
          </Button>
          <Button kind="main" keys={keyName('work.resolve')} onClick={resolve}>
            <Check size={14} aria-hidden />
            {say('work.resolve')}
          </Button>
        </>
      )}
      {status === 'wrap-up' && <Dispositions workId={workId} />}
      {isTransferring && (
        <TransferDialog workId={workId} name={name} onClose={() => setTransferring(false)} />
      )}
    </div>
  );
}

const DISPOSITIONS = ['solved', 'follow-up', 'no-answer', 'wrong-place'] as const;

function Dispositions({ workId }: { readonly workId: string }) {
  const say = useWords();
  return (
    <Menu
      label={say('work.complete')}
      button={say('work.complete')}
      items={DISPOSITIONS.map((disposition) => ({
        label: say(`disposition.${disposition}`),
        onChoose: () => void completeWork(workId, disposition),
      }))}
    />
  );
}

function Thread({
  interactionId,
  item,
  name,
}: {
  readonly interactionId: string;
  readonly item: QueueItem;
  readonly name: string;
}) {
  const say = useWords();
  const conversation = useTopic('conversation', { interactionId });
  const messages = conversation.kind === 'known' ? conversation.state.messages : [];
  const list = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  useLayoutEffect(() => {
    if (isAtEnd.current) list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [messages.length]);
  return (
    <div
      ref={list}
      className="thread"
      role="log"
      aria-label={say('conversation.messages')}
      tabIndex={0}
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        isAtEnd.current = scrollHeight - scrollTop - clientHeight < 40;
      }}
    >
      {conversation.kind === 'loading' && <BoneRows count={3} height={52} />}
      {conversation.kind === 'declined' && <Fault>{conversation.title}</Fault>}
      {conversation.kind === 'known' && messages.length === 0 && (
        <Empty>{say('conversation.nothing-said')}</Empty>
      )}
      {messages.map((message) => (
        <Said key={message.messageId} message={message} item={item} name={name} />
      ))}
    </div>
  );
}

function Said({
  message,
  item,
  name,
}: {
  readonly message: ConversationMessage;
  readonly item: QueueItem;
  readonly name: string;
}) {
  const say = useWords();
  const { from, piiText, isNote, at } = message;
  const isOurs = from === 'agent';
  const author = isOurs ? say('conversation.us') : name;
  const time = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' }).format(
    at,
  );
  return (
    <div className="said" data-side={isOurs ? 'us' : 'them'} data-note={isNote}>
      <Face name={author} />
      <div>
        <p className="said-head">
          <b>
            <bdi>{author}</bdi>
          </b>
          <ChannelGlyph channel={item.channel} size={12} />
          <span className="hint num">{time}</span>
          {isNote && <span className="hint">{say('conversation.note')}</span>}
        </p>
        <p className="said-words" dir="auto">
          {piiText ?? say('conversation.erased')}
        </p>
      </div>
    </div>
  );
}
