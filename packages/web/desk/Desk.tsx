import './desk.css';
import type { Card, QueueItem } from '@rapport/protocol';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { serverNow } from '../design/clock.ts';
import { undoLast } from '../design/Toasts.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { useTopic } from '../live/live.ts';
import { useSession } from '../session/session.ts';
import { acceptOffer } from './acts.ts';
import { ConversationPane } from './ConversationPane.tsx';
import { CustomerPane } from './CustomerPane.tsx';
import { type NextStep, nextOf } from './next.ts';
import { NextStrip } from './NextStrip.tsx';
import { NobodyHere } from './NobodyHere.tsx';
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
  // Whom to call as soon as his number is there.
  const [calledId, call] = useState<string>();
  const items = queue.kind === 'known' ? queue.state.items : NO_ITEMS;
  const known = cards.kind === 'known' ? cards.state.cards : NO_CARDS;
  const shown = useRows(items, known);
  const { rows, chosen, choose } = shown;
  const go = (row: DeskRow | undefined): void => {
    if (row === undefined) return;
    // At once, so that the row is there to get the focus.
    flushSync(() => choose(row.workId));
    document.querySelector<HTMLElement>(`[data-work="${CSS.escape(row.workId)}"]`)?.focus();
  };
  const at = chosen === undefined ? -1 : rows.indexOf(chosen);
  const next = (): void => go(rows[at + 1] ?? rows[at - 1]);
  const offered = rows.find(({ status }) => status === 'offered');
  const accept = (row: DeskRow): void => {
    go(row);
    void acceptOffer(row.workId);
  };
  const take = ({ row, doing }: NextStep): void => {
    if (doing === 'accept') {
      accept(row);
      return;
    }
    go(row);
    // Where one writes; where nothing is written, the row itself has the focus.
    document.querySelector<HTMLElement>('.wrap-up-choices button, .composer textarea')?.focus();
  };
  useKeys({
    'queue.next': () => go(rows[Math.min(rows.length - 1, at + 1)]),
    'queue.previous': () => go(rows[Math.max(0, at - 1)]),
    'queue.jump': (pressed) => go(rows[Number(pressed) - 1]),
    'customer.toggle': () => showCustomer(!isCustomerShown),
    'customer.call': () => {
      if (chosen?.customerId === undefined) return false;
      showCustomer(true);
      call(chosen.customerId);
      return undefined;
    },
    undo: () => takeBackLast() || undoLast(),
    'offer.accept': () => {
      if (offered === undefined) return false;
      accept(offered);
      return undefined;
    },
    'next.take': () => {
      const step = nextOf(rows, serverNow());
      if (step === undefined) return false;
      take(step);
      return undefined;
    },
  });
  return (
    <div className="panes desk" data-customer={isCustomerShown ? 'shown' : 'hidden'}>
      <h1 className="unseen">{say('place.desk')}</h1>
      <QueuePane
        queue={queue}
        shown={shown}
        next={<NextStrip rows={rows} onTake={take} />}
        agentId={agentId}
      />
      {chosen === undefined ? (
        <NobodyHere agentId={agentId} />
      ) : (
        <ConversationPane key={chosen.workId} row={chosen} agentId={agentId} onNext={next} />
      )}
      {isCustomerShown && (
        <CustomerPane
          customerId={chosen?.customerId}
          row={chosen}
          isCalled={calledId !== undefined && calledId === chosen?.customerId}
          onCalled={() => call(undefined)}
        />
      )}
    </div>
  );
}
