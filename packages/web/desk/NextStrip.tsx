import { useNow } from '../design/clock.ts';
import { Keys } from '../design/Keys.tsx';
import { durationText } from '../design/time-left.ts';
import { keyName } from '../keys/key-map.ts';
import { longestOf, type NextStep, nextOf } from './next.ts';
import { bondSign, nameOf } from './row-words.ts';
import type { DeskRow } from './rows.ts';
import { useWords } from './words.ts';

/** What to do next, why and by which key; and who waits longest. Its height stays, whatever it says. */
export function NextStrip({
  rows,
  onTake,
}: {
  readonly rows: readonly DeskRow[];
  readonly onTake: (step: NextStep) => void;
}) {
  const say = useWords();
  const now = useNow();
  const next = nextOf(rows, now);
  const longest = longestOf(rows);
  return (
    <section className="next" aria-label={say('next.title')}>
      {next === undefined ? (
        <p className="next-step">
          <span className="row-text">
            <b>{say('next.none')}</b>
            <span className="hint">{say('next.none-why')}</span>
          </span>
        </p>
      ) : (
        <Step step={next} late={lateAfter(next, rows, now)} now={now} onTake={() => onTake(next)} />
      )}
      <p className="hint cut num">
        {longest === undefined
          ? say('next.nobody')
          : say(longest.row.status === 'offered' ? 'next.longest-offered' : 'next.longest-reply', {
              name: nameOf(longest.row, say),
              time: durationText(now - longest.since),
            })}
      </p>
    </section>
  );
}

function Step({
  step: { row, doing, dueAt },
  late,
  now,
  onTake,
}: {
  readonly step: NextStep;
  /** Who is late, and comes after this. */
  readonly late: DeskRow | undefined;
  readonly now: number;
  readonly onTake: () => void;
}) {
  const say = useWords();
  const keys = keyName(doing === 'accept' ? 'offer.accept' : 'next.take');
  const sign = bondSign(row);
  const why = dueAt === undefined ? undefined : dueWords(doing, dueAt - now);
  const isLate = why?.words === 'next.late';
  return (
    <button type="button" className="next-step" onClick={onTake}>
      <span className="row-text">
        <b>{say(`next.${doing}`, { name: nameOf(row, say) })}</b>
        <span className="hint num">
          {why !== undefined && (
            <span className={isLate ? 'late' : undefined}>
              {say(late === undefined ? why.words : 'next.expires-before', {
                time: durationText(why.ms),
                name: late === undefined ? '' : nameOf(late, say),
              })}
            </span>
          )}
          {why !== undefined && sign !== undefined && ' · '}
          {sign !== undefined && say(sign)}
        </span>
      </span>
      {keys !== undefined && <Keys keys={keys} />}
    </button>
  );
}

/** Who is late while an offer is first, since it goes to somebody else unless it is taken. */
function lateAfter(
  { doing }: NextStep,
  rows: readonly DeskRow[],
  now: number,
): DeskRow | undefined {
  if (doing !== 'accept') return undefined;
  const after = nextOf(
    rows.filter(({ status }) => status !== 'offered'),
    now,
  );
  return after?.dueAt !== undefined && after.dueAt <= now ? after.row : undefined;
}

function dueWords(doing: NextStep['doing'], leftMs: number) {
  if (doing === 'accept') return { words: 'next.expires', ms: leftMs } as const;
  if (leftMs <= 0) return { words: 'next.late', ms: -leftMs } as const;
  return { words: 'next.due', ms: leftMs } as const;
}
