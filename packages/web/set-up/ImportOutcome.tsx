import { Fault } from '../design/Notes.tsx';
import { numberText } from '../design/figure-text.ts';
import type { ImportRecord } from './settings.ts';
import { FAULTS_SHOWN, type ImportFault, isUnderWay, type ShownImport } from './use-import.ts';
import { useWords } from './words/words.ts';

type Say = ReturnType<typeof useWords>;

const COUNTS = ['created', 'changed', 'unchanged', 'refused'] as const;

/** How an import stands, in a word or two. */
export function importStatus({ status, isDryRun }: ImportRecord, say: Say): string {
  return say(`imports.status.${isDryRun && status === 'done' ? 'tried' : status}`);
}

/** What came of an import, or would come of it, and which rows were refused for what. */
export function ImportOutcome({ shown: { record, faults } }: { readonly shown: ShownImport }) {
  const say = useWords();
  const { counts, isDryRun, columns, fault, isForgotten } = record;
  const alone = columns.filter(({ field }) => field === undefined).map(({ column }) => column);
  return (
    <>
      <p role="status">{importStatus(record, say)}</p>
      {isUnderWay(record) && <progress aria-label={importStatus(record, say)} />}
      <section>
        <h3>{say(isDryRun ? 'imports.would' : 'imports.came')}</h3>
        <dl className="import-counts">
          {COUNTS.map((each) => (
            <div key={each}>
              <dt>{say(`imports.count.${each}`)}</dt>
              <dd className="num">{numberText(counts[each])}</dd>
            </div>
          ))}
        </dl>
      </section>
      {fault !== undefined && <Fault>{say('imports.fault', { fault })}</Fault>}
      {alone.length > 0 && (
        <p className="hint">{say('imports.columns', { columns: alone.join(', ') })}</p>
      )}
      {faults.length > 0 && <Faults faults={faults} count={counts.refused} />}
      {isForgotten && <p className="hint">{say('imports.forgotten')}</p>}
    </>
  );
}

function Faults({
  faults,
  count,
}: {
  readonly faults: readonly ImportFault[];
  readonly count: number;
}) {
  const say = useWords();
  return (
    <section>
      <h3>{say('imports.faults')}</h3>
      <ul className="import-faults">
        {faults.map(({ line, column, expected, piiFound }, index) => (
          // A line may have several faults.
          <li key={index}>
            <b className="num">{say('imports.line', { line })}</b>
            {column !== undefined && <> · {column}</>}: {say('imports.expected', { expected })}
            {piiFound !== undefined && <>, {say('imports.found', { found: piiFound })}</>}
          </li>
        ))}
      </ul>
      {count > faults.length && faults.length >= FAULTS_SHOWN && (
        <p className="hint">{say('imports.more-faults', { count: faults.length })}</p>
      )}
    </section>
  );
}
