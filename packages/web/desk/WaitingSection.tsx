import type { WaitingItem } from '@rapport/protocol';
import { ChannelGlyph } from '../design/ChannelGlyph.tsx';
import { NoRing, Ring, TimeLeft } from '../design/Deadline.tsx';
import { Section } from '../design/Pane.tsx';
import { momentText } from '../design/moment-text.ts';
import { useTopic } from '../live/live.ts';
import { useWords } from './words.ts';

/** Who waits for me and is not offered to me yet; who it is can be looked at meanwhile. */
export function WaitingSection({
  lookedAtId,
  onLook,
}: {
  /** Of which item the customer is looked at. */
  readonly lookedAtId: string | undefined;
  readonly onLook: (workId: string) => void;
}) {
  const say = useWords();
  const waiting = useTopic('my-waiting', {});
  const items = waiting.kind === 'known' ? waiting.state.items : [];
  if (items.length === 0) return null;
  const title = say('waiting.title');
  return (
    <Section title={title} count={items.length}>
      <ul className="rows" aria-label={title}>
        {items.map((item) => (
          <li key={item.workId}>
            <Waits item={item} isLookedAt={item.workId === lookedAtId} onLook={onLook} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Waits({
  item,
  isLookedAt,
  onLook,
}: {
  readonly item: WaitingItem;
  readonly isLookedAt: boolean;
  readonly onLook: (workId: string) => void;
}) {
  const say = useWords();
  const { workId, customerId, piiName, channel, why, untilAt, dueAt, targetMs: wholeMs } = item;
  const deadline = dueAt === undefined ? undefined : { dueAt, wholeMs };
  const until = untilAt === undefined ? '' : say('waiting.until', { at: momentText(untilAt) });
  return (
    <button
      type="button"
      className="row waiting-row"
      disabled={customerId === undefined}
      aria-pressed={isLookedAt}
      onClick={() => onLook(workId)}
    >
      {deadline === undefined ? <NoRing /> : <Ring deadline={deadline} />}
      <span className="row-text">
        <span className="row-name">
          <bdi className="cut">{piiName ?? say('customer.unknown')}</bdi>
        </span>
        <span className="hint num">
          {say(`waiting.${why}`)}
          {until}
        </span>
      </span>
      <span className="row-end">
        {deadline !== undefined && <TimeLeft deadline={deadline} />}
        <ChannelGlyph channel={channel} size={13} />
      </span>
    </button>
  );
}
