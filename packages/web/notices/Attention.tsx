import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useNow } from '../design/clock.ts';
import { Button } from '../design/Button.tsx';
import { timeLeftText } from '../design/time-left.ts';
import { acceptOffer } from '../desk/acts.ts';
import { keyName } from '../keys/key-map.ts';
import { useKeys } from '../keys/use-keys.ts';
import { useTopic } from '../live/live.ts';
import { attentionSettings } from './attention-settings.ts';
import { newsOf, type News, type Seen } from './news.ts';
import { sound } from './sound.ts';
import { useWords } from './words.ts';

const DESK = '/desk';
const TITLE = 'Rapport';
/** Messages that follow each other within this time sound once. */
const QUIET_MS = 15_000;

/** Sees to it that an offer or a message is not missed, wherever somebody is; each is told once. */
export function Attention() {
  const seen = useSeen();
  const isElsewhere = useLocation().pathname !== DESK;
  const navigate = useNavigate();
  useTitle(seen);
  useNews(seen, isElsewhere);
  const offered = seen?.find(({ isOffered }) => isOffered);
  const accept = (): false | undefined => {
    if (!isElsewhere || offered === undefined) return false;
    void acceptOffer(offered.workId);
    void navigate({ to: DESK });
    return undefined;
  };
  useKeys({ 'offer.accept': accept });
  if (offered === undefined || !isElsewhere) return null;
  return <Offer offered={offered} onAccept={accept} onOpen={() => void navigate({ to: DESK })} />;
}

function Offer({
  offered,
  onAccept,
  onOpen,
}: {
  readonly offered: Seen;
  readonly onAccept: () => void;
  readonly onOpen: () => void;
}) {
  const say = useWords();
  const now = useNow();
  const { name, expiresAt } = offered;
  return (
    <div className="notice" role="alert">
      <p className="grow">
        <b>
          <bdi>{say('attention.offered', { name })}</bdi>
        </b>
        {expiresAt !== undefined && (
          <span className="hint num" aria-hidden>
            {say('attention.left', { left: timeLeftText(Math.max(0, expiresAt - now)) })}
          </span>
        )}
      </p>
      <Button size="small" onClick={onOpen}>
        {say('attention.desk')}
      </Button>
      <Button size="small" kind="main" keys={keyName('offer.accept')} onClick={onAccept}>
        {say('attention.accept')}
      </Button>
    </div>
  );
}

/** What I have in hand; undefined until it is known. */
function useSeen(): readonly Seen[] | undefined {
  const say = useWords();
  const queue = useTopic('my-queue', {});
  const cards = useTopic('my-cards', {});
  if (queue.kind !== 'known' || cards.kind !== 'known') return undefined;
  const byId = new Map(cards.state.cards.map((card) => [card.workId, card]));
  return queue.state.items.flatMap(({ workId, status, expiresAt }): Seen | [] => {
    const card = byId.get(workId);
    // It comes a moment after the item, and says whom it is about.
    if (card === undefined) return [];
    const name = card.piiName ?? say('customer.unknown');
    const isOffered = status === 'offered';
    return { workId, name, isOffered, unreadCount: card.unreadCount, expiresAt };
  });
}

/** The tab says who is offered, or how much is unread. */
function useTitle(seen: readonly Seen[] | undefined): void {
  const say = useWords();
  const offered = seen?.find(({ isOffered }) => isOffered);
  const count = seen?.reduce((sum, { unreadCount }) => sum + unreadCount, 0) ?? 0;
  const unread = count === 0 ? TITLE : say('attention.unread-title', { count });
  const title =
    offered === undefined ? unread : say('attention.offer-title', { name: offered.name });
  useEffect(() => {
    document.title = title;
    return () => {
      document.title = TITLE;
    };
  }, [title]);
}

function useNews(seen: readonly Seen[] | undefined, isElsewhere: boolean): void {
  const say = useWords();
  const before = useRef<readonly Seen[]>(undefined);
  const soundedAt = useRef(-Infinity);
  useEffect(() => {
    if (seen === undefined) return;
    for (const news of newsOf(before.current, seen)) {
      if (news.kind === 'message') {
        if (!isElsewhere && !document.hidden) continue;
        if (performance.now() - soundedAt.current < QUIET_MS) continue;
        soundedAt.current = performance.now();
      }
      call(news, say(TITLES[news.kind], { name: news.item.name }));
    }
    before.current = seen;
  });
}

const TITLES = { offer: 'attention.offered', message: 'attention.wrote' } as const;

function call({ kind, item }: News, title: string): void {
  const { volume, isOnDesktop } = attentionSettings();
  sound(kind, volume);
  if (!isOnDesktop || !document.hidden || Notification.permission !== 'granted') return;
  const shown = new Notification(title, { tag: item.workId });
  shown.addEventListener('click', () => window.focus());
}
