import { memo, type ReactNode } from 'react';
import { Button } from '../design/Button.tsx';
import { serverNow, useNow } from '../design/clock.ts';
import { KeyHints } from '../design/Keys.tsx';
import { Menu } from '../design/Menu.tsx';
import { BoneRows, Empty, Fault } from '../design/Notes.tsx';
import { momentText } from '../design/moment-text.ts';
import { Pane, Section } from '../design/Pane.tsx';
import { QueueRow } from '../design/QueueRow.tsx';
import { RowList } from '../design/RowList.tsx';
import { timeLeftText } from '../design/time-left.ts';
import { useHold } from '../design/use-hold.ts';
import { keyName } from '../keys/key-map.ts';
import { useKeys } from '../keys/use-keys.ts';
import type { Followed } from '../live/live.ts';
import { acceptOffer, declineOffer } from './acts.ts';
import { AwayLine } from './AwayLine.tsx';
import { DECLINE_REASONS } from './decline-reasons.ts';
import { type ForeignLanguage, useForeignLanguage } from './foreign-language.ts';
import { OfferReason } from './OfferReason.tsx';
import { nameOf } from './row-words.ts';
import { RowSigns } from './RowSigns.tsx';
import { asideForOf, type DeskRow, LISTED_GROUPS, pressing } from './rows.ts';
import type { DeskRows } from './use-rows.ts';
import { WaitingSection } from './WaitingSection.tsx';
import { useWords } from './words.ts';

/** What is waiting: everything in my hands, over all channels, and below it what I am offered. */
export function QueuePane({
  queue,
  shown: { rows, chosen, choose, hold, show, newCount, soonerCount },
  next,
  agentId,
  lookedAtId,
  onLook,
}: {
  readonly queue: Followed<'my-queue'>;
  readonly shown: DeskRows;
  /** What to do next, above the list. */
  readonly next: ReactNode;
  /** Who I am as an agent. */
  readonly agentId: string | undefined;
  /** Which of those who wait for me is looked at. */
  readonly lookedAtId: string | undefined;
  readonly onLook: (workId: string) => void;
}) {
  const say = useWords();
  // All of the pane, so that the way to what says what is kept back does not let it go.
  const held = useHold<HTMLElement>(hold);
  const chosenId = chosen?.workId;
  const foreign = useForeignLanguage(agentId);
  const drawn = (row: DeskRow) => (
    <Row
      row={row}
      isChosen={row.workId === chosenId}
      onChoose={choose}
      myId={agentId}
      foreign={foreign}
    />
  );
  const offered = rows.find(({ group }) => group === 'offered');
  return (
    <Pane label={say('desk.queue')} as="aside" hold={held}>
      <div className="pane-head">
        <h2>{say('desk.queue')}</h2>
        <span className="count">{rows.length}</span>
        <span className="grow" />
        <KeptBack newCount={newCount} soonerCount={soonerCount} onShow={show} />
        {newCount + soonerCount === 0 && <Pressing rows={rows} />}
      </div>
      {rows.length > 0 && next}
      <div className="pane-body">
        {queue.kind === 'loading' && <BoneRows count={4} height={44} />}
        {queue.kind === 'declined' && <Fault>{queue.title}</Fault>}
        {queue.kind === 'known' && rows.length === 0 && (
          <Empty title={say('desk.empty')}>{say('desk.empty-hint')}</Empty>
        )}
        {LISTED_GROUPS.map((group) => {
          const some = rows.filter((row) => row.group === group);
          if (some.length === 0) return null;
          const title = say(`group.${group}`);
          return (
            <Section key={group} title={title} count={some.length}>
              <RowList entries={some} idOf={workIdOf} stays={chosenId} label={title}>
                {drawn}
              </RowList>
            </Section>
          );
        })}
        <WaitingSection lookedAtId={lookedAtId} onLook={onLook} />
      </div>
      {chosenId !== undefined && <AwayLine agentId={agentId} />}
      {offered !== undefined && (
        <section className="offer" aria-label={say('offer.title')}>
          <h3>{say('offer.title')}</h3>
          {drawn(offered)}
          <OfferReason row={offered} myId={agentId} />
          <OfferActs key={offered.workId} row={offered} onChoose={choose} />
        </section>
      )}
      <Hints />
    </Pane>
  );
}

function workIdOf({ workId }: DeskRow): string {
  return workId;
}

/** What has come and is not shown yet; always there, so that it is told when it has something to say. */
function KeptBack({
  newCount,
  soonerCount,
  onShow,
}: {
  readonly newCount: number;
  readonly soonerCount: number;
  readonly onShow: () => void;
}) {
  const say = useWords();
  const words = newCount === 0 ? 'sooner' : soonerCount === 0 ? 'new' : 'both';
  return (
    <span role="status">
      {newCount + soonerCount > 0 && (
        <button
          type="button"
          className="link kept-back num"
          onClick={({ currentTarget }) => {
            // It goes away with what it said.
            currentTarget.closest<HTMLElement>('.pane')?.focus();
            onShow();
          }}
        >
          {say(`queue.kept-${words}`, { newCount, soonerCount })}
        </button>
      )}
    </span>
  );
}

/** What of it is late, which is said of none too, and what will be in a moment. */
function Pressing({ rows }: { readonly rows: readonly DeskRow[] }) {
  const say = useWords();
  const { lateCount, soonCount } = pressing(rows, useNow());
  if (rows.length === 0) return null;
  const late = say('queue.late', { count: lateCount });
  return (
    <span className="pressing num">
      {lateCount > 0 ? <b>{late}</b> : late}
      {soonCount > 0 && ` · ${say('queue.soon', { count: soonCount })}`}
    </span>
  );
}

function Hints() {
  const say = useWords();
  const name = (act: Parameters<typeof keyName>[0]): string => keyName(act) ?? '';
  return (
    <KeyHints
      hints={[
        // First, as what has no room goes from the end: it tells of all the others.
        [name('keys.show'), say('keys.all')],
        [`${name('queue.next')} ${name('queue.previous')}`.trim(), say('hint.move')],
        [name('reply.focus'), say('hint.reply')],
        [name('work.later'), say('hint.later')],
      ].filter((hint): hint is [string, string] => hint[0] !== '')}
    />
  );
}

const Row = memo(function Row({
  row,
  isChosen,
  onChoose,
  myId,
  foreign,
}: {
  readonly row: DeskRow;
  readonly isChosen: boolean;
  readonly onChoose: (workId: string) => void;
  readonly myId: string | undefined;
  readonly foreign: ForeignLanguage;
}) {
  const say = useWords();
  const { card, channel, deadline } = row;
  return (
    <QueueRow
      data-work={row.workId}
      item={{
        name: nameOf(row, say),
        reason: reasonOf(row, say),
        channel,
        deadline,
        isVip: card?.tier === 'vip',
        unreadCount: card?.unreadCount ?? 0,
        sign: <RowSigns row={row} myId={myId} foreign={foreign} />,
        end: card?.lastAt !== undefined && row.pausedById === undefined && (
          <Since at={card.lastAt} />
        ),
      }}
      isChosen={isChosen}
      onChoose={() => onChoose(row.workId)}
    />
  );
});

/** Why they come, in their words; else what is to be done. */
function reasonOf(row: DeskRow, say: ReturnType<typeof useWords>): string {
  const { card, status, channel } = row;
  if (status === 'wrap-up') return say('row.wrap-up');
  if (card?.callback !== undefined) return callbackText(card.callback, say);
  const words = card?.piiSubject ?? card?.piiLastText?.replaceAll(/\s+/gu, ' ');
  const why = words ?? say(`channel.${channel}`);
  const resting = restingOf(row);
  return resting === undefined ? why : say(resting, { why });
}

/** Why nothing is to be done for it at the moment, as the words for it. */
function restingOf(row: DeskRow) {
  if (asideForOf(row) !== undefined) return 'row.aside';
  return row.status === 'on-hold' ? 'row.held' : undefined;
}

/** When they are called, and for which time where it is not the first. */
function callbackText(
  { dueAt, attempt, attemptMax }: NonNullable<NonNullable<DeskRow['card']>['callback']>,
  say: ReturnType<typeof useWords>,
): string {
  const at = momentText(dueAt);
  return attempt === 1
    ? say('row.callback', { at })
    : say('row.callback-again', { at, attempt, all: attemptMax });
}

/** How long it has been their turn. */
function Since({ at }: { readonly at: number }) {
  const say = useWords();
  const now = Math.max(useNow(), serverNow() - 1_000);
  const time = timeLeftText(Math.max(0, now - at));
  return (
    <span className="time-left" title={say('row.since', { time })}>
      <span className="unseen">{say('row.since', { time })}</span>
      <bdi aria-hidden="true">{time}</bdi>
    </span>
  );
}

function OfferActs({
  row: { workId },
  onChoose,
}: {
  readonly row: DeskRow;
  readonly onChoose: (workId: string) => void;
}) {
  const say = useWords();
  useKeys({
    'offer.decline': () =>
      document.querySelector<HTMLElement>(`[data-decline="${CSS.escape(workId)}"] button`)?.click(),
  });
  return (
    <div className="offer-acts">
      <Button
        kind="main"
        size="small"
        keys={keyName('offer.accept')}
        onClick={() => {
          onChoose(workId);
          void acceptOffer(workId);
        }}
      >
        {say('offer.accept')}
      </Button>
      <span data-decline={workId}>
        <Menu
          label={say('offer.why')}
          className="button small-menu"
          button={
            <>
              {say('offer.decline')}
              <kbd aria-hidden="true">{keyName('offer.decline')}</kbd>
            </>
          }
          items={DECLINE_REASONS.map((reason) => ({
            label: say(`offer.decline.${reason}`),
            onChoose: () => void declineOffer(workId, reason),
          }))}
        />
      </span>
    </div>
  );
}
