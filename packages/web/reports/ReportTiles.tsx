import { lengthText, numberText, shareText } from '../design/figure-text.ts';
import type { Report } from './use-measures.ts';
import { useWords } from './words/words.ts';

/** The customary definitions of the service level, by the names of their figures. */
export const DEFINITIONS = [
  'withoutEarlyAbandonsRatio',
  'ofOfferedRatio',
  'ofAnsweredRatio',
] as const;

export type Definition = (typeof DEFINITIONS)[number];

type Figures = Report['now'];

/** One figure, what it means, and what it was before. */
interface Tile {
  readonly name: string;
  readonly means: string;
  readonly text: (of: Figures) => string;
}

/** The figures that say most, each with its definition and with what it was in as much time before. */
export function ReportTiles({
  report: { now, before, question },
  definition,
}: {
  readonly report: Report;
  readonly definition: Definition;
}) {
  const say = useWords();
  const { total } = now;
  const tiles: readonly Tile[] = [
    {
      name: say('reports.level'),
      means: say(`reports.definition.${definition}`),
      text: (of) => shareText(of.total.serviceLevel[definition]),
    },
    {
      name: say('reports.came-in'),
      means: say('reports.came-in-means', { count: total.answeredCount }),
      text: (of) => numberText(of.total.offeredCount),
    },
    {
      name: say('reports.asa'),
      means: say('reports.asa-means', { wait: lengthText(total.waitMsP90) }),
      text: (of) => lengthText(of.total.answerWaitMsMean),
    },
    {
      name: say('reports.abandonment'),
      means: say('reports.abandonment-means', {
        count: total.abandonedCount - total.shortAbandonedCount,
        short: total.shortAbandonedCount,
      }),
      text: (of) => shareText(of.total.abandonment.withoutShortAbandonsRatio),
    },
    {
      name: say('reports.continuity'),
      means: say('reports.continuity-means', {
        count: total.bondedCount,
        kept: shareText(total.bondKeptRatio),
      }),
      text: (of) => shareText(of.total.continuityRatio),
    },
    {
      name: say('reports.occupancy'),
      means: say('reports.occupancy-means'),
      text: (of) => shareText(of.occupancyRatio),
    },
    {
      name: say('reports.silo'),
      means: say('reports.silo-means'),
      text: (of) => lengthText(Object.values(of.siloMs).reduce((sum, ms) => sum + ms, 0)),
    },
  ];
  return (
    <dl className="report-tiles">
      {tiles.map(({ name, means, text }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="report-value num">{text(now)}</dd>
          <dd className="hint num">
            {say('reports.compared', {
              before: say(`reports.before.${question.stretch}`),
              value: text(before),
            })}
          </dd>
          <dd className="hint">{means}</dd>
        </div>
      ))}
    </dl>
  );
}
