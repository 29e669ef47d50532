import { Eye, HandHelping } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Banner, BoneRows, Empty, Fault } from '../design/Notes.tsx';
import { Pane } from '../design/Pane.tsx';
import { useTopic } from '../live/live.ts';
import { locale } from '../words/words.ts';
import { endHelp } from './acts.ts';
import { useAgentNames } from './agent-names.ts';
import { AsideBar } from './AsideBar.tsx';
import { CallbackBar } from './CallbackBar.tsx';
import { Composer } from './Composer.tsx';
import { Head } from './ConversationHead.tsx';
import { useOutbox } from './outbox.ts';
import type { DeskRow } from './rows.ts';
import { Steps } from './Steps.tsx';
import { Thread } from './Thread.tsx';
import { useWords } from './words.ts';
import { WrapUp } from './WrapUp.tsx';

/** What I am doing: one exchange, from the first word to its wrap-up. */
export function ConversationPane({
  row,
  aside,
  asideFor,
  agentId,
  onNext,
  onOpen,
}: {
  readonly row: DeskRow;
  /** What of the same matter is put aside meanwhile. */
  readonly aside: readonly DeskRow[];
  /** What this is put aside for. */
  readonly asideFor: DeskRow | undefined;
  readonly agentId: string | undefined;
  readonly onNext: () => void;
  readonly onOpen: (workId: string) => void;
}) {
  const say = useWords();
  const { card, interactionId, status } = row;
  const isSettled = useSettled();
  const name = card?.piiName ?? say('customer.unknown');
  return (
    <Pane label={say('desk.conversation')}>
      <Head row={row} name={name} onNext={onNext} />
      <CallbackBar row={row} />
      {asideFor !== undefined && <AsideBar asideFor={asideFor} onOpen={onOpen} />}
      {card === undefined && <Late />}
      {card !== undefined && interactionId === undefined && (
        <Empty>{say('conversation.no-words')}</Empty>
      )}
      {interactionId !== undefined &&
        (isSettled ? (
          <Talk row={row} interactionId={interactionId} name={name} agentId={agentId} />
        ) : (
          <div className="thread-frame" />
        ))}
      {interactionId !== undefined && WRITING.has(status) && (
        <Composer row={row} interactionId={interactionId} name={name} agentId={agentId} />
      )}
      {status === 'wrap-up' && <WrapUp row={row} aside={aside} name={name} onDone={onNext} />}
    </Pane>
  );
}

/** While which something may be said or noted. */
const WRITING: ReadonlySet<string> = new Set(['active', 'on-hold', 'deferred', 'helping']);

/** Whoever passes over rows quicker than this does not read them. */
const PASSING_MS = 120;
/** Up to here nothing is shown to be on its way. */
const LATE_MS = 1_000;

let lastDrawnAt = -Infinity;

/**
 * Whether somebody stays at what is drawn: at once where nothing was drawn just before, else after a
 * moment. Who runs through his rows follows none of them on the way.
 */
function useSettled(): boolean {
  const [isSettled, settle] = useState(() => performance.now() - lastDrawnAt > PASSING_MS);
  useEffect(() => {
    lastDrawnAt = performance.now();
    const timer = setTimeout(() => settle(true), PASSING_MS);
    return () => clearTimeout(timer);
  }, []);
  return isSettled;
}

/** What takes long has its places drawn. */
function Late() {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), LATE_MS);
    return () => clearTimeout(timer);
  }, []);
  return isLate ? <BoneRows count={3} height={52} /> : null;
}

function Talk({
  row,
  interactionId,
  name,
  agentId,
}: {
  readonly row: DeskRow;
  readonly interactionId: string;
  readonly name: string;
  readonly agentId: string | undefined;
}) {
  const conversation = useTopic('conversation', { interactionId });
  const signs = useTopic('signs', { interactionId });
  const outbox = useOutbox().filter((each) => each.interactionId === interactionId);
  const { status } = row;
  const around = signs.kind === 'known' ? signs.state : undefined;
  if (conversation.kind === 'loading') {
    return (
      <div className="thread-frame">
        <Late />
      </div>
    );
  }
  if (conversation.kind === 'declined') return <Fault>{conversation.title}</Fault>;
  const { messages } = conversation.state;
  return (
    <>
      <Steps row={row} messages={messages} />
      <Around
        interactionId={interactionId}
        agentId={agentId}
        helping={around?.helping ?? []}
        viewing={around?.viewing ?? []}
        status={status}
      />
      <Thread
        row={row}
        interactionId={interactionId}
        messages={messages}
        outgoing={outbox}
        signs={around}
        name={name}
        agentId={agentId}
      />
    </>
  );
}

/** Who else is at it: one looks on, one was asked for help. */
function Around({
  interactionId,
  agentId,
  helping,
  viewing,
  status,
}: {
  readonly interactionId: string;
  readonly agentId: string | undefined;
  readonly helping: readonly string[];
  readonly viewing: readonly string[];
  readonly status: DeskRow['status'];
}) {
  const say = useWords();
  const names = useAgentNames();
  const list = new Intl.ListFormat(locale());
  const called = (ids: readonly string[]): string =>
    list.format(ids.map((id) => names.get(id) ?? say('conversation.colleague')));
  const others = viewing.filter((id) => id !== agentId);
  const helpers = helping.filter((id) => id !== agentId && !others.includes(id));
  return (
    <div className="around" role="status">
      {others.length > 0 && (
        <p>
          <Eye size={13} aria-hidden /> {say('conversation.viewing', { who: called(others) })}
        </p>
      )}
      {helpers.length > 0 && (
        <p>
          <HandHelping size={13} aria-hidden />{' '}
          {say('conversation.helping', { who: called(helpers) })}
        </p>
      )}
      {status === 'helping' && (
        <Banner tone="info">
          <span className="grow">{say('conversation.help')}</span>
          <Button size="small" onClick={() => void endHelp(interactionId)}>
            {say('conversation.help-end')}
          </Button>
        </Banner>
      )}
    </div>
  );
}
