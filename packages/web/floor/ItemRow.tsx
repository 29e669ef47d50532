import { useNow } from '../design/clock.ts';
import { ChannelGlyph } from '../design/ChannelGlyph.tsx';
import { LateBy, Ring, TimeLeft } from '../design/Deadline.tsx';
import { durationText } from '../design/time-left.ts';
import { type Card, useCard } from './cards.ts';
import { type FloorItem, isUnanswered } from './floor-model.ts';
import { useWords } from './words/words.ts';

/** An item in a list: by when, whose, how it stands or why it is here, over which channel. */
export function ItemRow({
  item,
  isChosen,
  onChoose,
  lineOf,
  hasReason = false,
  isGone = false,
}: {
  readonly item: FloorItem;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  /** What stands below the name. */
  readonly lineOf: (card: Card | undefined) => string;
  /** Whether what stands below may take two lines. */
  readonly hasReason?: boolean;
  /** Whether it is shown although it has left the list. */
  readonly isGone?: boolean;
}) {
  const card = useCard(item);
  const deadline = isGone ? undefined : openDeadline(item);
  const line = lineOf(card);
  return (
    <button
      type="button"
      className="row"
      data-gone={isGone || undefined}
      data-height={hasReason ? 'reason' : undefined}
      aria-current={isChosen || undefined}
      onClick={onChoose}
    >
      {deadline === undefined ? <span className="ring-place" /> : <Ring deadline={deadline} />}
      <span className="row-text">
        <span className="row-name">
          <Name card={card} />
        </span>
        <span className="hint" title={line}>
          {deadline !== undefined && <LateBy deadline={deadline} />}
          <bdi>{line}</bdi>
        </span>
      </span>
      <span className="row-end">
        {!isGone && <Time item={item} deadline={deadline} />}
        <ChannelGlyph channel={item.channel} size={13} />
      </span>
    </button>
  );
}

/** What is left until the deadline; without one, for how long it has stood so. */
function Time({
  item,
  deadline,
}: {
  readonly item: FloorItem;
  readonly deadline: ReturnType<typeof openDeadline>;
}) {
  if (deadline !== undefined) return <TimeLeft deadline={deadline} />;
  return (
    <Since at={item.statusSince} words={isUnanswered(item) ? 'floor.waits-for' : 'floor.for'} />
  );
}

/** Until when it is to be answered, while nobody has. */
function openDeadline(item: FloorItem): { dueAt: number; wholeMs: number } | undefined {
  const { dueAt, targetMs: wholeMs } = item;
  return isUnanswered(item) && dueAt !== undefined ? { dueAt, wholeMs } : undefined;
}

/** Whose item it is; until that is known, nothing that could be taken for it. */
function Name({ card }: { readonly card: Card | undefined }) {
  const say = useWords();
  if (card === undefined) return <span className="bone row-bone" />;
  return <bdi className="cut">{card.name ?? say('customer.unknown')}</bdi>;
}

/** For how long something has been so: in whole units, since nothing is due. */
export function Since({
  at,
  words = 'floor.for',
}: {
  readonly at: number;
  readonly words?: 'floor.for' | 'floor.waits-for';
}) {
  const say = useWords();
  const time = durationText(Math.max(0, useNow() - at));
  const told = say(words, { time });
  return (
    <span className="dim num" title={told}>
      <bdi aria-hidden="true">{time}</bdi>
      <span className="unseen">{told}</span>
    </span>
  );
}
