import { Star } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '../words/words.ts';
import { ChannelGlyph, type ChannelName } from './ChannelGlyph.tsx';
import { type Deadline, LateBy, NoRing, Ring, TimeLeft } from './Deadline.tsx';

export interface QueueRowItem {
  readonly name: string;
  /** Why they come, in their words. */
  readonly reason: string;
  readonly channel: ChannelName;
  /** Absent while it is their turn. */
  readonly deadline?: Deadline | undefined;
  /** What stands in place of the time that is left. */
  readonly end?: ReactNode;
  /** Beside the name: how we know each other. */
  readonly sign?: ReactNode;
  readonly unreadCount?: number;
  readonly isVip?: boolean;
}

/** Somebody who waits: until when, who, why, over which channel. */
export function QueueRow({
  item,
  isChosen,
  onChoose,
  ...rest
}: {
  readonly item: QueueRowItem;
  readonly 'data-work'?: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}) {
  const say = useWords();
  const { name, reason, channel, deadline, end, sign, unreadCount = 0, isVip = false } = item;
  return (
    <button
      type="button"
      className="row"
      aria-current={isChosen || undefined}
      onClick={onChoose}
      {...rest}
    >
      {deadline === undefined ? <NoRing /> : <Ring deadline={deadline} />}
      <span className="row-text">
        <span className="row-name">
          <bdi className="cut">{name}</bdi>
          {isVip && (
            <span className="star">
              <Star size={11} fill="currentColor" aria-hidden />
              <span className="unseen">{say('vip')}</span>
            </span>
          )}
          {sign}
          {unreadCount > 0 && (
            <span className="unread">
              <span aria-hidden="true">{unreadCount}</span>
              <span className="unseen">{say('unread', { count: unreadCount })}</span>
            </span>
          )}
        </span>
        <span className="hint">
          {deadline !== undefined && <LateBy deadline={deadline} />}
          <bdi>{reason}</bdi>
        </span>
      </span>
      <span className="row-end">
        {deadline === undefined ? end : <TimeLeft deadline={deadline} />}
        <ChannelGlyph channel={channel} size={13} />
      </span>
    </button>
  );
}
