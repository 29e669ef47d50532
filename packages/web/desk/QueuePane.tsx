import { UserRoundCheck } from 'lucide-react';
import { memo } from 'react';
import { Button } from '../design/Button.tsx';
import { serverNow, useNow } from '../design/clock.ts';
import { KeyHints } from '../design/Keys.tsx';
import { Menu } from '../design/Menu.tsx';
import { BoneRows, Empty, Fault } from '../design/Notes.tsx';
import { Pane, Section } from '../design/Pane.tsx';
import { QueueRow } from '../design/QueueRow.tsx';
import { timeLeftText } from '../design/time-left.ts';
import { keyName } from '../keys/key-map.ts';
import { useKeys } from '../keys/use-keys.ts';
import type { Followed } from '../live/live.ts';
import { acceptOffer, declineOffer } from './acts.ts';
import { DECLINE_REASONS } from './decline-reasons.ts';
import { type DeskRow, GROUPS, pressing } from './rows.ts';
import { useWords } from './words.ts';

/** What is waiting: everything in my hands, over all channels. */
export function QueuePane({
  queue,
  rows,
  chosenId,
  onChoose,
}: {
  readonly queue: Followed<'my-queue'>;
  readonly rows: readonly DeskRow[];
  readonly chosenId: string | undefined;
  readonly onChoose: (workId: string) => void;
}) {
  const say = useWords();
  return (
    <Pane label={say('desk.queue')} as="aside">
      <div className="pane-head">
        <h2>{say('desk.queue')}</h2>
        <span className="count">{rows.length}</span>
        <span className="grow" />
        <Pressing rows={rows} />
      </div>
      <div className="pane-body">
        {queue.kind === 'loading' && <BoneRows count={4} height={44} />}
        {queue.kind === 'declined' && <Fault>{queue.title}</Fault>}
        {queue.kind === 'known' && rows.length === 0 && (
          <Empty title={say('desk.empty')}>{say('desk.empty-hint')}</Empty>
        )}
        {GROUPS.map((group) => {
          const some = rows.filter((row) => row.group === group);
          if (some.length === 0) return null;
          return (
            <Section key={group} title={say(`group.${group}`)} count={some.length}>
              <ul className="rows">
                {some.map((row) => (
                  <Row
                    key={row.workId}
                    row={row}
                    isChosen={row.workId === chosenId}
                    onChoose={onChoose}
                  />
                ))}
              </ul>
            </Section>
          );
        })}
      </div>
      <Hints />
    </Pane>
  );
}

function Pressing({ rows }: { readonly rows: readonly DeskRow[] }) {
  const say = useWords();
  const { lateCount, soonCount } = pressing(rows, useNow());
  return (
    <span className="pressing num">
      {lateCount > 0 && <b>{say('queue.late', { count: lateCount })}</b>}
      {lateCount > 0 && soonCount > 0 && ' · '}
      {soonCount > 0 && say('queue.soon', { count: soonCount })}
    </span>
  );
}

function Hints() {
  const say = useWords();
  const name = (act: Parameters<typeof keyName>[0]): string => keyName(act) ?? '';
  return (
    <KeyHints
      hints={[
        [`${name('queue.next')} ${name('queue.previous')}`.trim(), say('hint.move')],
        [name('reply.focus'), say('hint.reply')],
        [name('work.later'), say('hint.later')],
        [name('keys.show'), say('keys.all')],
      ].filter((hint): hint is [string, string] => hint[0] !== '')}
    />
  );
}

const Row = memo(function Row({
  row,
  isChosen,
  onChoose,
}: {
  readonly row: DeskRow;
  readonly isChosen: boolean;
  readonly onChoose: (workId: string) => void;
}) {
  const say = useWords();
  const { card, channel, deadline, status } = row;
  return (
    <li className={status === 'offered' ? 'offer' : undefined}>
      <QueueRow
        data-work={row.workId}
        item={{
          name: nameOf(row, say),
          reason: reasonOf(row, say),
          channel,
          deadline,
          isVip: card?.tier === 'vip',
          unreadCount: card?.unreadCount ?? 0,
          sign: card?.standing !== undefined && <KnownSign />,
          end: card?.lastAt !== undefined && <Since at={card.lastAt} />,
        }}
        isChosen={isChosen}
        onChoose={() => onChoose(row.workId)}
      />
      {status === 'offered' && <OfferActs row={row} onChoose={onChoose} />}
    </li>
  );
});

function KnownSign() {
  const say = useWords();
  return (
    <span className="known-sign" title={say('row.known')}>
      <UserRoundCheck size={12} aria-hidden />
      <span className="unseen">{say('row.known')}</span>
    </span>
  );
}

/** Nothing before it is known who it is. */
function nameOf({ card }: DeskRow, say: ReturnType<typeof useWords>): string {
  return card === undefined ? '' : (card.piiName ?? say('customer.unknown'));
}

/** Why they come, in their words; else what is to be done. */
function reasonOf({ card, status, channel }: DeskRow, say: ReturnType<typeof useWords>): string {
  if (status === 'wrap-up') return say('row.wrap-up');
  const words = card?.piiSubject ?? card?.piiLastText?.replaceAll(/\s+/gu, ' ');
  return words ?? say(`channel.${channel}`);
}

/** How long it has been their turn. */
function Since({ at }: { readonly at: number }) {
  const say = useWords();
  const now = Math.max(useNow(), serverNow() - 1_000);
  const time = timeLeftText(Math.max(0, now - at));
  return (
    <span className="time-left" title={say('row.since', { time })}>
      <span className="unseen">{say('row.since', { time })}</span>
      <span aria-hidden="true">{time}</span>
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
