import { useNow } from '../design/clock.ts';
import { ChannelGlyph } from '../design/ChannelGlyph.tsx';
import { Ring, TimeLeft } from '../design/Deadline.tsx';
import { timeLeftText } from '../design/time-left.ts';
import { type Card, useCard } from './cards.ts';
import type { FloorItem } from './floor-model.ts';
import { useWords } from './words/words.ts';

/** An item in a list: by when, whose, how it stands or why it is here, over which channel. */
export function ItemRow({
  item,
  isChosen,
  onChoose,
  lineOf,
}: {
  readonly item: FloorItem;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  /** What stands below the name. */
  readonly lineOf: (card: Card) => string;
}) {
  const say = useWords();
  const card = useCard(item);
  const { dueAt, targetMs, statusSince, channel } = item;
  const isUnanswered = item.status === 'waiting' || item.status === 'offered';
  const deadline = dueAt === undefined ? undefined : { dueAt, wholeMs: targetMs };
  const line = lineOf(card);
  return (
    <button type="button" className="row" aria-current={isChosen || undefined} onClick={onChoose}>
      {deadline !== undefined && isUnanswered ? (
        <Ring deadline={deadline} />
      ) : (
        <span className="ring-place" />
      )}
      <span className="row-text">
        <span className="row-name">
          <bdi className="cut">{card.name ?? say('customer.unknown')}</bdi>
        </span>
        <span className="hint" title={line}>
          <bdi>{line}</bdi>
        </span>
      </span>
      <span className="row-end">
        {deadline !== undefined && isUnanswered ? (
          <TimeLeft deadline={deadline} />
        ) : (
          <Since at={statusSince} />
        )}
        <ChannelGlyph channel={channel} size={13} />
      </span>
    </button>
  );
}

/** For how long something has been so. */
export function Since({ at }: { readonly at: number }) {
  const ms = Math.max(0, useNow() - at);
  return <span className="dim num">{timeLeftText(ms)}</span>;
}
