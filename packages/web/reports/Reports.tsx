import './reports.css';
import { useId, useState } from 'react';
import { Choice } from '../design/Field.tsx';
import { lengthText, numberText } from '../design/figure-text.ts';
import { BoneRows, Empty, Fault } from '../design/Notes.tsx';
import { Section } from '../design/Pane.tsx';
import { Chances } from './Chances.tsx';
import { codeName } from './group-name.ts';
import { GroupTable } from './GroupTable.tsx';
import { Reasons } from './Reasons.tsx';
import { type Definition, DEFINITIONS, ReportTiles } from './ReportTiles.tsx';
import { STRETCHES, type StretchName } from './stretches.ts';
import { type Question, type Report, useMeasures } from './use-measures.ts';
import { useWords } from './words/words.ts';

const GROUPS = [
  'day',
  'hour',
  'channel',
  'promise',
  'division',
  'tier',
  'topic',
  'site',
  'language',
  'bond',
] as const;
const THRESHOLDS = [10, 20, 30, 60, 120, 300];

/** How well does it go, and for whom not? */
export function Reports() {
  const say = useWords();
  const id = useId();
  const [question, ask] = useState<Question>({
    stretch: 'week',
    by: 'day',
    threshold: undefined,
  });
  const [definition, define] = useState<Definition>('withoutEarlyAbandonsRatio');
  const { report, fault, retry } = useMeasures(question, say('reports.unreachable'));
  const isBusy = report?.question !== undefined && !isSame(report.question, question);
  return (
    <section className="pane reports" aria-labelledby={id} tabIndex={-1}>
      <header>
        <div>
          <h1 className="unseen">{say('place.reports')}</h1>
          <h2 id={id}>{say('reports.title')}</h2>
          {report !== undefined && (
            <p className="hint">{say('reports.hint', { zone: report.timeZone })}</p>
          )}
        </div>
        <Questions
          question={question}
          onAsk={(part) => ask({ ...question, ...part })}
          definition={definition}
          onDefine={define}
        />
      </header>
      <div className="pane-body" tabIndex={0} role="group" aria-labelledby={id} aria-busy={isBusy}>
        {fault !== undefined && <Fault onRetry={retry}>{fault}</Fault>}
        {report === undefined && fault === undefined && <BoneRows count={8} height={52} />}
        {report !== undefined && fault === undefined && (
          <Answer report={report} definition={definition} />
        )}
      </div>
    </section>
  );
}

function isSame(one: Question, other: Question): boolean {
  return one.stretch === other.stretch && one.by === other.by && one.threshold === other.threshold;
}

function Questions({
  question: { stretch, by, threshold },
  onAsk,
  definition,
  onDefine,
}: {
  readonly question: Question;
  readonly onAsk: (part: Partial<Question>) => void;
  readonly definition: Definition;
  readonly onDefine: (definition: Definition) => void;
}) {
  const say = useWords();
  const seconds = (value: string) => (value === '' ? undefined : Number(value));
  return (
    <div className="report-questions">
      <Choice
        label={say('reports.stretch')}
        value={stretch}
        choices={Object.keys(STRETCHES).map((each) => [
          each,
          say(`reports.stretch.${each as StretchName}`),
        ])}
        onChange={(event) => onAsk({ stretch: event.target.value as StretchName })}
      />
      <Choice
        label={say('reports.in-time')}
        value={threshold === undefined ? '' : String(threshold)}
        choices={[
          ['', say('reports.in-time-promise')],
          ...THRESHOLDS.map(
            (each) => [String(each), say('reports.in-time-seconds', { seconds: each })] as const,
          ),
        ]}
        onChange={(event) => onAsk({ threshold: seconds(event.target.value) })}
      />
      <Choice
        label={say('reports.definition')}
        value={definition}
        choices={DEFINITIONS.map((each) => [each, say(`reports.definition.${each}`)])}
        onChange={(event) => onDefine(event.target.value as Definition)}
      />
      <Choice
        label={say('reports.by')}
        value={by}
        choices={GROUPS.map((each) => [each, say(`reports.by.${each}`)])}
        onChange={(event) => onAsk({ by: event.target.value as Question['by'] })}
      />
    </div>
  );
}

function Answer({
  report,
  definition,
}: {
  readonly report: Report;
  readonly definition: Definition;
}) {
  const say = useWords();
  const { total, siloMs, chances } = report.now;
  if (total.offeredCount === 0) return <Empty>{say('reports.none')}</Empty>;
  const nobody = total.bondedCount === 0 ? say('reports.misses-nobody') : undefined;
  return (
    <>
      <ReportTiles report={report} definition={definition} />
      <div className="report-sections">
        <Section title={say('reports.groups')}>
          <GroupTable report={report} definition={definition} />
          <NoneAsked report={report} />
        </Section>
        <Chances chances={chances} />
      </div>
      <div className="report-sections">
        <Reasons
          title={say('reports.misses')}
          hint={say('reports.misses-hint')}
          none={nobody ?? say('reports.misses-none')}
          counts={total.continuityMisses}
          nameOf={(code) => codeName('miss', code, say)}
          textOf={(count) => numberText(count)}
        />
        <Reasons
          title={say('reports.owner-misses')}
          none={nobody ?? say('reports.owner-misses-none')}
          counts={total.ownerMisses}
          nameOf={(code) => codeName('miss', code, say)}
          textOf={(count) => numberText(count)}
        />
        <Reasons
          title={say('reports.silos')}
          none={say('reports.silos-none')}
          counts={siloMs}
          nameOf={(code) => codeName('silo', code, say)}
          textOf={(ms) => lengthText(ms)}
        />
      </div>
    </>
  );
}

/** Where nothing asked for any site or language: how the desk learns which skills are some. */
function NoneAsked({ report: { question, now } }: { readonly report: Report }) {
  const say = useWords();
  const { by } = question;
  const isNone = now.groups.every(({ group }) => group === '(none)');
  if (!isNone || (by !== 'site' && by !== 'language')) return null;
  return <p className="hint">{say(`reports.none.${by}`)}</p>;
}
