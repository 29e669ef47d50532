import { useWords } from '../words/words.ts';

export type PresenceName = 'available' | 'busy' | 'away' | 'do-not-disturb' | 'off' | 'unknown';

/** Whether somebody can be reached: by shape and colour, and in words, seen or unseen. */
export function Presence({
  presence,
  isNamed = false,
  name,
}: {
  readonly presence: PresenceName;
  readonly isNamed?: boolean;
  /** What it is called here, where that is something else than usual. */
  readonly name?: string;
}) {
  const say = useWords();
  return (
    <span className="presence" data-presence={presence}>
      <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
        {SHAPES[presence]}
      </svg>
      <span className={isNamed ? undefined : 'unseen'}>{name ?? say(`presence.${presence}`)}</span>
    </span>
  );
}

const hollow = <circle cx="5" cy="5" r="3.9" fill="none" stroke="currentColor" strokeWidth="1.4" />;

const SHAPES: Readonly<Record<PresenceName, React.ReactNode>> = {
  available: <circle cx="5" cy="5" r="4.5" fill="currentColor" />,
  busy: <rect x=".75" y=".75" width="8.5" height="8.5" rx="2" fill="currentColor" />,
  away: (
    <>
      <circle cx="5" cy="5" r="4" fill="none" stroke="currentColor" strokeWidth="1.4" />
      <path d="M5 1a4 4 0 0 1 0 8z" fill="currentColor" />
    </>
  ),
  'do-not-disturb': (
    <>
      <circle cx="5" cy="5" r="4.5" fill="currentColor" />
      <rect x="2.4" y="4.2" width="5.2" height="1.6" rx=".8" fill="var(--bg)" />
    </>
  ),
  off: hollow,
  unknown: hollow,
};
