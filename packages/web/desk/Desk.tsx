import './desk.css';
import type { Card, QueueItem } from '@rapport/protocol';
import { useEffect, useState } from 'react';
import { Empty } from '../design/Notes.tsx';
import { Pane } from '../design/Pane.tsx';
import { undoLast } from '../design/Toasts.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { useTopic } from '../live/live.ts';
import { useSession } from '../session/session.ts';
import { acceptOffer } from './acts.ts';
import { ConversationPane } from './ConversationPane.tsx';
import { CustomerPane } from './CustomerPane.tsx';
import { openOutbox, takeBackLast } from './outbox.ts';
import { QueuePane } from './QueuePane.tsx';
import type { DeskRow } from './rows.ts';
import { useRows } from './use-rows.ts';
import { useWords } from './words.ts';

const NO_ITEMS: readonly QueueItem[] = [];
const NO_CARDS: readonly Card[] = [];

/** What next, and what does this person need? */
export function Desk() {
  const say = useWords();
  const session = useSession();
  const agentId = session.kind === 'signed-in' ? session.me.agentId : undefined;
  useEffect(() => {
    if (agentId !== undefined) openOutbox(agentId);
  }, [agentId]);
  const queue = useTopic('my-queue', {});
  const cards = useTopic('my-cards', {});
  const [isCustomerShown, showCustomer] = useState(true);
  const items = queue.kind === 'known' ? queue.state.items : NO_ITEMS;
  const known = cards.kind === 'known' ? cards.state.cards : NO_CARDS;
  const { rows, chosen, choose } = useRows(items, known);
  const go = (row: DeskRow | undefined): void => {
    if (row === undefined) return;
    choose(row.workId);
    document.querySelector<HTMLElement>(`[data-work="${CSS.escape(row.workId)}"]`)?.focus();
  };
  const at = chosen === undefined ? -1 : rows.indexOf(chosen);
  const next = (): void => go(rows[at + 1] ?? rows[at - 1]);
  const offered = rows.find(({ status }) => status === 'offered');
  useKeys({
    'queue.next': () => go(rows[Math.min(rows.length - 1, at + 1)]),
    'queue.previous': () => go(rows[Math.max(0, at - 1)]),
    'queue.jump': (pressed) => go(rows[Number(pressed) - 1]),
    'customer.toggle': () => showCustomer(!isCustomerShown),
    undo: () => takeBackLast() || undoLast(),
    'offer.accept': () => {
      if (offered === undefined) return false;
      go(offered);
      void acceptOffer(offered.workId);
      return undefined;
    },
  });
  return (
    <div className="panes desk" data-customer={isCustomerShown ? 'shown' : 'hidden'}>
      <h1 className="unseen">{say('place.desk')}</h1>
      <QueuePane queue={queue} rows={rows} chosenId={chosen?.workId} onChoose={choose} />
      {chosen === undefined ? (
        <Pane label={say('desk.conversation')}>
          <Empty title={say('desk.nobody')}>{say('desk.nobody-hint')}</Empty>
        </Pane>
      ) : (
        <ConversationPane key={chosen.workId} row={chosen} agentId={agentId} onNext={next} />
      )}
      {isCustomerShown && <CustomerPane customerId={chosen?.customerId} row={chosen} />}
    </div>
  );
}
