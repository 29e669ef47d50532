import { useState } from 'react';
import { Choice } from '../design/Field.tsx';
import { numberText, shareText } from '../design/figure-text.ts';
import { Section } from '../design/Pane.tsx';
import { groupName } from './group-name.ts';
import type { Report } from './use-measures.ts';
import { EN } from './words/en.ts';
import { useWords } from './words/words.ts';

type Chance = Report['now']['chances'][number];
type Group = Chance['groups'][number];

/** Whether all had the same chance of being answered in time: a group against the others, with how sure that is. */
export function Chances({ chances }: { readonly chances: readonly Chance[] }) {
  const say = useWords();
  const [chosen, choose] = useState('bond');
  const chance = chances.find(({ dimension }) => dimension === chosen) ?? chances[0];
  const dimensionName = (dimension: string): string => {
    const id = `reports.by.${dimension}`;
    return id in EN ? say(id as keyof typeof EN) : dimension;
  };
  return (
    <Section title={say('reports.chances')}>
      <p className="hint">{say('reports.chances-hint')}</p>
      {chance !== undefined && (
        <>
          <div className="report-choice">
            <Choice
              label={say('reports.chances-of')}
              value={chance.dimension}
              choices={chances.map(({ dimension }) => [dimension, dimensionName(dimension)])}
              onChange={(event) => choose(event.target.value)}
            />
          </div>
          <ul className="report-chances">
            {chance.groups.map((group) => (
              <GroupChance key={group.group} group={group} dimension={chance.dimension} />
            ))}
          </ul>
          <Gap chance={chance} />
        </>
      )}
    </Section>
  );
}

function GroupChance({
  group: { group, dueCount, inTimeCount, serviceLevelRatio = 0, lowRatio = 0, highRatio = 0 },
  dimension,
}: {
  readonly group: Group;
  readonly dimension: string;
}) {
  const say = useWords();
  const part = (ratio: number): string => `${ratio * 100}%`;
  return (
    <li>
      <span dir="auto">{groupName(dimension, group, say)}</span>
      <b className="num">{dueCount === 0 ? '–' : shareText(serviceLevelRatio)}</b>
      <span className="hint num">
        {say('reports.chances.count', { inTime: inTimeCount, due: dueCount })}
        {dueCount > 0 &&
          ` · ${say('reports.chances.interval', { low: shareText(lowRatio), high: shareText(highRatio) })}`}
      </span>
      <span className="report-bar" aria-hidden>
        <span style={{ inlineSize: part(serviceLevelRatio) }} />
        {dueCount > 0 && (
          <i style={{ insetInlineStart: part(lowRatio), inlineSize: part(highRatio - lowRatio) }} />
        )}
      </span>
    </li>
  );
}

function Gap({ chance: { gap, dimension } }: { readonly chance: Chance }) {
  const say = useWords();
  if (gap === undefined) return <p>{say('reports.chances.no-gap')}</p>;
  const points = (ratio: number): string => numberText(ratio * 100);
  return (
    <p>
      {say('reports.chances.gap', {
        best: groupName(dimension, gap.bestGroup, say),
        worst: groupName(dimension, gap.worstGroup, say),
        gap: points(gap.gapRatio),
        low: points(gap.gapLowRatio),
        high: points(gap.gapHighRatio),
      })}
    </p>
  );
}
