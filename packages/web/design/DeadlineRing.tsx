import { toneOf } from './time-left.ts';

/** An arc of what is left of the time; full, with a mark, when it is over. Words stand beside it. */
export function DeadlineRing({
  leftMs,
  wholeMs,
  size = 22,
}: {
  readonly leftMs: number;
  readonly wholeMs: number;
  readonly size?: number;
}) {
  const tone = toneOf(leftMs, wholeMs);
  const share = tone === 'late' ? 1 : Math.min(1, leftMs / wholeMs);
  const middle = size / 2;
  const radius = middle - 2;
  const length = 2 * Math.PI * radius;
  return (
    <svg
      className="ring"
      data-tone={tone}
      width={size}
      height={size}
      viewBox={`0 0 ${size} ${size}`}
      aria-hidden="true"
    >
      <circle cx={middle} cy={middle} r={radius} />
      <circle
        className="left"
        cx={middle}
        cy={middle}
        r={radius}
        strokeDasharray={length}
        strokeDashoffset={length * (1 - share)}
        transform={`rotate(-90 ${middle} ${middle})`}
      />
      {tone === 'late' && (
        <path className="bang" d={`M${middle} ${middle - 4}v4.5M${middle} ${middle + 3.2}v.1`} />
      )}
    </svg>
  );
}
