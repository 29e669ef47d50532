import './desk.css';
import type { QueueItem } from '@rapport/protocol';
import { useState } from 'react';
import { Empty } from '../design/Notes.tsx';
import { Pane } from '../design/Pane.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { useTopic } from '../live/live.ts';
import { useWords } from '../words/words.ts';
import { acceptOffer, declineOffer } from './acts.ts';
import { ConversationPane } from './ConversationPane.tsx';
import { CustomerPane } from './CustomerPane.tsx';
import { QueuePane } from './QueuePane.tsx';

/** What next, and what does this person need? */
export function Desk() {
  const say = useWords();
  const queue = useTopic('my-queue', {});
  const [chosenId, choose] = useState<string>();
  const [isCustomerShown, showCustomer] = useState(true);
  const items = queue.kind === 'known' ? inOrder(queue.state.items) : [];
  const chosen = items.find(({ workId }) => workId === chosenId) ?? items[0];
  const at = chosen === undefined ? -1 : items.indexOf(chosen);
  const offered = items.find(({ status }) => status === 'offered');
  const move = (step: number): void => {
    const next = items[Math.max(0, Math.min(items.length - 1, at + step))];
    if (next !== undefined) choose(next.workId);
  };
  useKeys({
    'queue.next': () => move(1),
    'queue.previous': () => move(-1),
    'customer.toggle': () => showCustomer(!isCustomerShown),
    'offer.accept': () => {
      if (offered === undefined) return false;
      choose(offered.workId);
      void acceptOffer(offered.workId);
      return undefined;
    },
    'offer.decline': () => {
      if (offered === undefined) return false;
      void declineOffer(offered.workId, 'busy');
      return undefined;
    },
  });
  return (
    <div className="panes desk" data-customer={isCustomerShown ? 'shown' : 'hidden'}>
      <h1 className="unseen">{say('place.desk')}</h1>
      <QueuePane queue={queue} items={items} chosenId={chosen?.workId} onChoose={choose} />
      {chosen === undefined ? (
        <Pane label={say('desk.conversation')}>
          <Empty title={say('desk.nobody')}>{say('desk.nobody-hint')}</Empty>
        </Pane>
      ) : (
        <ConversationPane key={chosen.workId} item={chosen} />
      )}
      {isCustomerShown && <CustomerPane customerId={chosen?.customerId} />}
    </div>
  );
}

/** Offers first, then who is being served, then the rest; each by arrival. */
function inOrder(items: readonly QueueItem[]): readonly QueueItem[] {
  return STATUSES.flatMap((status) => items.filter((item) => item.status === status));
}

const STATUSES = ['offered', 'active', 'on-hold', 'wrap-up'] as const;
