import './desk.css';
import type { Card, QueueItem } from '@rapport/protocol';
import { useEffect, useState } from 'react';
import { serverNow } from '../design/clock.ts';
import { undoLast } from '../design/Toasts.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { useTopic } from '../live/live.ts';
import { useSession } from '../session/session.ts';
import { ConversationPane } from './ConversationPane.tsx';
import { CustomerPane } from './CustomerPane.tsx';
import { movesOf } from './moves.ts';
import { nextOf } from './next.ts';
import { NextStrip } from './NextStrip.tsx';
import { NobodyHere } from './NobodyHere.tsx';
import { openOutbox, takeBackLast } from './outbox.ts';
import { QueuePane } from './QueuePane.tsx';
import { asideForOf, type DeskRow } from './rows.ts';
import { Sides } from './Sides.tsx';
import { useLookedAt } from './use-looked-at.ts';
import { useSide } from './use-side.ts';
import { useRows } from './use-rows.ts';
import { useWords } from './words.ts';

const NO_ITEMS: readonly QueueItem[] = [];
const NO_CARDS: readonly Card[] = [];

/** What I have in hand or am offered, and what is known of each. */
function useMine() {
  const queue = useTopic('my-queue', {});
  const cards = useTopic('my-cards', {});
  return {
    queue,
    items: queue.kind === 'known' ? queue.state.items : NO_ITEMS,
    cards: cards.kind === 'known' ? cards.state.cards : NO_CARDS,
  };
}

/** What next, and what does this person need? */
export function Desk() {
  const say = useWords();
  const session = useSession();
  const agentId = session.kind === 'signed-in' ? session.me.agentId : undefined;
  useEffect(() => {
    if (agentId !== undefined) openOutbox(agentId);
  }, [agentId]);
  const { queue, items, cards } = useMine();
  const [isCustomerShown, showCustomer] = useState(true);
  // Whom to call as soon as his number is there.
  const [calledId, call] = useState<string>();
  const shown = useRows(items, cards);
  const { rows, chosen } = shown;
  const { lookedAtId, shown: ofCustomer, look, lookAway } = useLookedAt(chosen);
  const choose = (workId: string): void => {
    lookAway();
    shown.choose(workId);
  };
  const { side, open, show } = useSide(chosen, choose);
  const shownSide = lookedAtId === undefined ? side : 'customer';
  const { go, accept, take, forward, back, leave } = movesOf({ ...shown, choose }, open);
  const offered = rows.find(({ status }) => status === 'offered');
  useKeys({
    'queue.next': forward,
    'queue.previous': back,
    'queue.jump': (pressed) => go(rows[Number(pressed) - 1]),
    'customer.toggle': () => showCustomer(!isCustomerShown),
    'customer.call': () => {
      if (chosen?.customerId === undefined) return false;
      lookAway();
      showCustomer(true);
      show('customer');
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
    <div
      className="panes desk"
      data-customer={isCustomerShown ? 'shown' : 'hidden'}
      data-side={shownSide}
    >
      <h1 className="unseen">{say('place.desk')}</h1>
      <Sides
        shown={shownSide}
        count={rows.length}
        onShow={(next) => {
          lookAway();
          showCustomer(isCustomerShown || next === 'customer');
          show(next);
        }}
      />
      <QueuePane
        queue={queue}
        shown={{ ...shown, choose: open }}
        next={<NextStrip rows={rows} onTake={take} />}
        agentId={agentId}
        lookedAtId={lookedAtId}
        onLook={(workId) => {
          showCustomer(true);
          look(workId);
        }}
      />
      <Middle rows={rows} chosen={chosen} agentId={agentId} onNext={leave} onOpen={open} />
      {isCustomerShown && (
        <CustomerPane
          {...ofCustomer}
          occasion={occasionOf(rows, ofCustomer.customerId)}
          isCalled={calledId !== undefined && calledId === ofCustomer.customerId}
          onCalled={() => call(undefined)}
        />
      )}
    </div>
  );
}

/** What is chosen, or that nothing is. */
function Middle({
  rows,
  chosen,
  agentId,
  onNext,
  onOpen,
}: {
  readonly rows: readonly DeskRow[];
  readonly chosen: DeskRow | undefined;
  readonly agentId: string | undefined;
  readonly onNext: () => void;
  readonly onOpen: (workId: string) => void;
}) {
  if (chosen === undefined) return <NobodyHere agentId={agentId} />;
  const asideForId = asideForOf(chosen);
  return (
    <ConversationPane
      key={chosen.workId}
      row={chosen}
      aside={rows.filter(({ pausedById }) => pausedById === chosen.workId)}
      asideFor={rows.find(({ workId }) => workId === asideForId)}
      agentId={agentId}
      onNext={onNext}
      onOpen={onOpen}
    />
  );
}

/** What changes with each item of a customer that comes, goes or is put aside, so that what is known is read anew. */
function occasionOf(rows: readonly DeskRow[], customerId: string | undefined): string {
  return rows
    .filter((row) => row.customerId === customerId)
    .map(({ workId, status, pausedById = '' }) => `${workId} ${status} ${pausedById}`)
    .sort()
    .join();
}
