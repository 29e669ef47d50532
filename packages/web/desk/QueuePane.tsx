import type { QueueItem } from '@rapport/protocol';
import { BoneRows, Empty, Fault } from '../design/Notes.tsx';
import { KeyHints } from '../design/Keys.tsx';
import { Pane, Section } from '../design/Pane.tsx';
import { QueueRow } from '../design/QueueRow.tsx';
import { Button } from '../design/Button.tsx';
import { keyName } from '../keys/key-map.ts';
import type { Followed } from '../live/live.ts';
import { useWords, type WordsId } from '../words/words.ts';
import { acceptOffer, declineOffer } from './acts.ts';
import { useCard, useDeadline } from './queue.ts';

const GROUPS: readonly (readonly [status: QueueItem['status'], name: WordsId])[] = [
  ['offered', 'desk.group.offered'],
  ['active', 'desk.group.active'],
  ['on-hold', 'desk.group.on-hold'],
  ['wrap-up', 'desk.group.wrap-up'],
];

/** What is waiting: everything in my hands, over all channels. */
export function QueuePane({
  queue,
  items,
  chosenId,
  onChoose,
}: {
  readonly queue: Followed<'my-queue'>;
  readonly items: readonly QueueItem[];
  readonly chosenId: string | undefined;
  readonly onChoose: (workId: string) => void;
}) {
  const say = useWords();
  return (
    <Pane label={say('desk.queue')} as="aside">
      <div className="pane-head">
        <h2>{say('desk.queue')}</h2>
        <span className="count">{items.length}</span>
      </div>
      <div className="pane-body">
        {queue.kind === 'loading' && <BoneRows count={4} height={44} />}
        {queue.kind === 'declined' && <Fault>{queue.title}</Fault>}
        {queue.kind === 'known' && items.length === 0 && (
          <Empty title={say('desk.empty')}>{say('desk.empty-hint')}</Empty>
        )}
        {GROUPS.map(([status, name]) => {
          const group = items.filter((item) => item.status === status);
          if (group.length === 0) return null;
          return (
            <Section key={status} title={say(name)} count={group.length}>
              <ul className="rows">
                {group.map((item) => (
                  <Row
                    key={item.workId}
                    item={item}
                    isChosen={item.workId === chosenId}
                    onChoose={onChoose}
                  />
                ))}
              </ul>
            </Section>
          );
        })}
      </div>
      <KeyHints
        hints={[
          [`${keyName('queue.next') ?? ''} ${keyName('queue.previous') ?? ''}`, say('keys.move')],
          [keyName('reply.focus') ?? '', say('keys.reply')],
          [keyName('keys.show') ?? '', say('keys.all')],
        ]}
      />
    </Pane>
  );
}

function Row({
  item,
  isChosen,
  onChoose,
}: {
  readonly item: QueueItem;
  readonly isChosen: boolean;
  readonly onChoose: (workId: string) => void;
}) {
  const say = useWords();
  const card = useCard(item);
  const deadline = useDeadline(item);
  const isOffered = item.status === 'offered';
  return (
    <li className={isOffered ? 'offer' : undefined}>
      <QueueRow
        item={{
          name: card.name ?? say('customer.unknown'),
          reason: card.subject ?? say(`channel.${item.channel}`),
          channel: item.channel,
          deadline,
          isVip: card.tier === 'vip',
        }}
        isChosen={isChosen}
        onChoose={() => onChoose(item.workId)}
      />
      {isOffered && (
        <div className="offer-acts">
          <Button
            kind="main"
            size="small"
            keys={keyName('offer.accept')}
            onClick={() => {
              onChoose(item.workId);
              void acceptOffer(item.workId);
            }}
          >
            {say('offer.accept')}
          </Button>
          <Button
            size="small"
            kind="bare"
            keys={keyName('offer.decline')}
            onClick={() => void declineOffer(item.workId, 'busy')}
          >
            {say('offer.decline')}
          </Button>
        </div>
      )}
    </li>
  );
}
