import { lengthText, numberText, shareText } from '../design/figure-text.ts';
import { groupName } from './group-name.ts';
import type { Definition } from './ReportTiles.tsx';
import type { Report } from './use-measures.ts';
import { useWords } from './words/words.ts';

/** The same figures for each group by itself. */
export function GroupTable({
  report: { now, question },
  definition,
}: {
  readonly report: Report;
  readonly definition: Definition;
}) {
  const say = useWords();
  return (
    <div className="report-scroll" tabIndex={0} role="group" aria-label={say('reports.groups')}>
      <table className="table report-groups">
        <thead>
          <tr>
            <th scope="col">{say(`reports.by.${question.by}`)}</th>
            <th scope="col">{say('reports.group.count')}</th>
            <th scope="col">{say('reports.group.level')}</th>
            <th scope="col">{say('reports.group.asa')}</th>
            <th scope="col">{say('reports.group.gave-up')}</th>
            <th scope="col">{say('reports.group.continuity')}</th>
          </tr>
        </thead>
        <tbody>
          {now.groups.map((figures) => (
            <tr key={figures.group}>
              <th scope="row" dir="auto">
                {groupName(question.by, figures.group, say)}
              </th>
              <td className="num">{numberText(figures.offeredCount)}</td>
              <td className="num">{shareText(figures.serviceLevel[definition])}</td>
              <td className="num">{lengthText(figures.answerWaitMsMean)}</td>
              <td className="num">{shareText(figures.abandonment.withoutShortAbandonsRatio)}</td>
              <td className="num">{shareText(figures.continuityRatio)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
