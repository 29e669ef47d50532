import { Plus, X } from 'lucide-react';
import { IconButton } from '../design/Button.tsx';
import type { OpenHours } from './week.ts';
import { useWords } from './words/words.ts';

const END_OF_DAY = '24:00';

/** The hours of a day: none, or several one after the other. */
export function SpanFields({
  label,
  hours,
  onChange,
}: {
  /** Whose hours they are. */
  readonly label: string;
  readonly hours: readonly OpenHours[];
  readonly onChange: (hours: readonly OpenHours[]) => void;
}) {
  const say = useWords();
  const put = (index: number, part: Partial<OpenHours>): void =>
    onChange(hours.map((each, at) => (at === index ? { ...each, ...part } : each)));
  return (
    <div className="week-day" role="group" aria-label={label}>
      <span>{label}</span>
      <div className="spans">
        {hours.length === 0 && <span className="hint">{say('hours.closed')}</span>}
        {hours.map(({ from, until }, index) => (
          <div className="span" key={index}>
            <input
              className="input"
              type="time"
              required
              aria-label={say('hours.from', { day: label })}
              value={from}
              onChange={(event) => put(index, { from: event.target.value })}
            />
            –
            <input
              className="input"
              type="time"
              required
              aria-label={say('hours.until', { day: label })}
              value={until === END_OF_DAY ? '00:00' : until}
              onChange={({ target: { value } }) =>
                put(index, { until: value === '00:00' ? END_OF_DAY : value })
              }
            />
            <IconButton
              label={say('hours.remove', { day: label, from })}
              size="small"
              onClick={() => onChange(hours.filter((_, at) => at !== index))}
            >
              <X size={14} aria-hidden />
            </IconButton>
          </div>
        ))}
      </div>
      <IconButton
        label={say('hours.add', { day: label })}
        size="small"
        onClick={() => onChange([...hours, nextAfter(hours)])}
      >
        <Plus size={14} aria-hidden />
      </IconButton>
    </div>
  );
}

/** Hours that follow those there are: an hour later, until the evening. */
function nextAfter(hours: readonly OpenHours[]): OpenHours {
  const last = hours.at(-1);
  if (last === undefined) return { from: '09:00', until: '17:00' };
  const hour = Math.min(22, Number(last.until.slice(0, 2)) + 1);
  const clock = (at: number): string => `${String(at).padStart(2, '0')}:00`;
  return { from: clock(hour), until: clock(Math.min(24, Math.max(hour + 1, 17))) };
}
