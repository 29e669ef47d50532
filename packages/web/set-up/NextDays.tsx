import { locale } from '../words/words.ts';
import type { OpenInterval } from './week.ts';
import { useWords } from './words/words.ts';

/** The next seven days as the desk knows them: when it is open. */
export function NextDays({
  intervals,
  timeZone,
}: {
  readonly intervals: readonly OpenInterval[];
  readonly timeZone: string;
}) {
  const say = useWords();
  const day = new Intl.DateTimeFormat(locale(), {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  });
  const time = new Intl.DateTimeFormat(locale(), { timeZone, timeStyle: 'short' });
  if (intervals.length === 0) return <p>{say('hours.never-open')}</p>;
  return (
    <dl className="pairs">
      {intervals.map(({ fromAt, untilAt }) => (
        <div key={fromAt} style={{ display: 'contents' }}>
          <dt>{day.format(fromAt)}</dt>
          <dd className="num">
            {time.format(fromAt)} – {time.format(untilAt)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
