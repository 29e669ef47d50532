import { Eye, HandHelping } from 'lucide-react';
import { Button } from '../design/Button.tsx';
import { Banner, BoneRows, Empty, Fault } from '../design/Notes.tsx';
import { Pane } from '../design/Pane.tsx';
import { useTopic } from '../live/live.ts';
import { endHelp } from './acts.ts';
import { useAgentNames } from './agent-names.ts';
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
  agentId,
  onNext,
}: {
  readonly row: DeskRow;
  readonly agentId: string | undefined;
  readonly onNext: () => void;
}) {
  const say = useWords();
  const { card, interactionId, status } = row;
  const name = card?.piiName ?? say('customer.unknown');
  return (
    <Pane label={say('desk.conversation')}>
      <Head row={row} name={name} onNext={onNext} />
      {card === undefined && <BoneRows count={3} height={52} />}
      {card !== undefined && interactionId === undefined && (
        <Empty>{say('conversation.no-words')}</Empty>
      )}
      {interactionId !== undefined && (
        <Talk row={row} interactionId={interactionId} name={name} agentId={agentId} />
      )}
      {status === 'wrap-up' && <WrapUp row={row} name={name} onDone={onNext} />}
    </Pane>
  );
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
  if (conversation.kind === 'loading') return <BoneRows count={3} height={52} />;
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
      {(status === 'active' || status === 'on-hold' || status === 'helping') && (
        <Composer row={row} interactionId={interactionId} name={name} agentId={agentId} />
      )}
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
  const list = new Intl.ListFormat(document.documentElement.lang || 'en');
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
