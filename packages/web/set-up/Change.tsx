import { Button } from '../design/Button.tsx';
import { spoken } from '../words/words.ts';
import { differences } from './differences.ts';
import { EN, type SetUpWordsId } from './words/en.ts';
import { useWords } from './words/words.ts';

/** An entry of the history. */
export interface Entry {
  readonly ordinal: number;
  readonly at: number;
  readonly actor: string;
  readonly piiActorName?: string;
  readonly action: string;
  readonly subject: string;
  readonly change?: {
    readonly kind: string;
    readonly piiBefore?: Readonly<Record<string, unknown>>;
    readonly piiAfter?: Readonly<Record<string, unknown>>;
  };
}

/** One change: who, when, what, and from what to what. */
export function Change({
  entry: { at, actor, piiActorName, action, subject, change },
  onUndo,
}: {
  readonly entry: Entry;
  readonly onUndo: (() => void) | undefined;
}) {
  const say = useWords();
  const when = new Intl.DateTimeFormat(spoken(), { dateStyle: 'medium', timeStyle: 'short' });
  const { piiBefore, piiAfter } = change ?? {};
  const named = nameIn(piiAfter) ?? nameIn(piiBefore) ?? subject;
  return (
    <>
      <header>
        <b dir="auto">{piiActorName ?? actor}</b>
        <span className="grow">
          {wordsOf('history', action, say)} <span dir="auto">{named}</span>
        </span>
        <time className="dim num" dateTime={new Date(at).toISOString()}>
          {when.format(at)}
        </time>
        {onUndo !== undefined && (
          <Button size="small" onClick={onUndo}>
            {say('action.undo')}
          </Button>
        )}
      </header>
      {change !== undefined && (
        <dl>
          {differences(piiBefore, piiAfter, spoken()).map(({ field, before, after }) => (
            <div key={field} style={{ display: 'contents' }}>
              <dt>{wordsOf('field', field, say)}</dt>
              <dd>
                {before !== undefined && <del>{before}</del>}
                {before !== undefined && after !== undefined && ' → '}
                {after === undefined ? (
                  <span className="hint"> {say('history.removed')}</span>
                ) : (
                  <ins>{after}</ins>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

/** What something is called here; its code where nobody has given it a name. */
function wordsOf(group: string, code: string, say: ReturnType<typeof useWords>): string {
  const id = `${group}.${code}`;
  return id in EN ? say(id as SetUpWordsId) : code;
}

function nameIn(state: Readonly<Record<string, unknown>> | undefined): string | undefined {
  const name = state?.['name'] ?? state?.['piiName'];
  return typeof name === 'string' ? name : undefined;
}
