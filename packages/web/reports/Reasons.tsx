import { Empty } from '../design/Notes.tsx';
import { Section } from '../design/Pane.tsx';

/** Reasons by how much each comes to, the largest first; what comes to nothing is left out. */
export function Reasons({
  title,
  hint,
  none,
  counts,
  nameOf,
  textOf,
}: {
  readonly title: string;
  readonly hint?: string;
  /** What is true where there is no reason. */
  readonly none: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly nameOf: (code: string) => string;
  readonly textOf: (count: number) => string;
}) {
  const shown = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .sort(([, a], [, b]) => b - a);
  const most = shown[0]?.[1] ?? 1;
  return (
    <Section title={title}>
      {hint !== undefined && <p className="hint">{hint}</p>}
      {shown.length === 0 && <Empty size="small">{none}</Empty>}
      <ul className="report-reasons">
        {shown.map(([code, count]) => (
          <li key={code}>
            <span>{nameOf(code)}</span>
            <span className="num">{textOf(count)}</span>
            <span className="report-bar" aria-hidden>
              <span style={{ inlineSize: `${(count / most) * 100}%` }} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
