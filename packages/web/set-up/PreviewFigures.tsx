import type { PolicyPreview } from '@rapport/protocol';
import { lengthText, numberText, shareText } from '../design/figure-text.ts';
import type { SetUpWordsId } from './words/en.ts';
import { useWords } from './words/words.ts';

type Columns = NonNullable<PolicyPreview['columns']>;
type Column = Columns['recorded'];
type Kind = 'count' | 'share' | 'wait';

const ROWS: readonly {
  readonly name: SetUpWordsId;
  readonly means?: SetUpWordsId;
  readonly kind: Kind;
  readonly of: keyof Column;
}[] = [
  { name: 'preview.offered', kind: 'count', of: 'offeredCount' },
  {
    name: 'preview.service-level',
    means: 'preview.service-level-means',
    kind: 'share',
    of: 'serviceLevelRatio',
  },
  {
    name: 'preview.abandonment',
    means: 'preview.abandonment-means',
    kind: 'share',
    of: 'abandonmentRatio',
  },
  { name: 'preview.asa', kind: 'wait', of: 'answerWaitMsMean' },
  { name: 'preview.wait', kind: 'wait', of: 'waitMsMean' },
  { name: 'preview.wait-90', kind: 'wait', of: 'waitMsP90' },
  {
    name: 'preview.continuity',
    means: 'preview.continuity-means',
    kind: 'share',
    of: 'continuityRatio',
  },
  { name: 'preview.bond-kept', kind: 'share', of: 'bondKeptRatio' },
  { name: 'preview.occupancy', kind: 'share', of: 'occupancyRatio' },
  { name: 'preview.silo', means: 'preview.silo-means', kind: 'wait', of: 'siloMs' },
];

/** A day as it was recorded, as it would have been, and as it would have been under other numbers. */
export function PreviewFigures({
  columns: { recorded, today, changed },
  caption,
}: {
  readonly columns: Columns;
  readonly caption: string;
}) {
  const say = useWords();
  return (
    <table className="table policy-figures">
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{say('preview.recorded')}</th>
          <th scope="col">{say('preview.today')}</th>
          <th scope="col">{say('preview.changed')}</th>
        </tr>
      </thead>
      <tbody>
        {ROWS.map(({ name, means, kind, of }) => (
          <tr key={of}>
            <th scope="row" title={means && say(means)}>
              {say(name)}
            </th>
            <td className="num">{figureText(recorded[of], kind)}</td>
            <td className="num">{figureText(today[of], kind)}</td>
            <td className="num">
              <b>{figureText(changed[of], kind)}</b>
              <small>{differenceText(today[of], changed[of], { kind, say })}</small>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function figureText(value: number | undefined, kind: Kind): string {
  if (kind === 'share') return shareText(value);
  if (kind === 'wait') return lengthText(value);
  return value === undefined ? '–' : numberText(value);
}

/** By how much a figure is another one; it is the same where no difference is shown. */
function differenceText(
  before: number | undefined,
  after: number | undefined,
  { kind, say }: { readonly kind: Kind; readonly say: ReturnType<typeof useWords> },
): string {
  if (figureText(before, kind) === figureText(after, kind)) return say('preview.same');
  if (before === undefined || after === undefined) return '';
  const difference = after - before;
  const signed = { signDisplay: 'exceptZero' } as const;
  if (kind === 'count') return numberText(difference, signed);
  // A share of a share would be read the wrong way.
  if (kind === 'share') {
    return say('preview.points', { points: numberText(difference * 100, signed) });
  }
  return lengthText(difference, signed);
}
