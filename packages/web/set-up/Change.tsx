import { Button } from '../design/Button.tsx';
import { locale } from '../words/words.ts';
import { differences } from './differences.ts';
import type { useSettingText } from './setting-text.ts';
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
  readonly piiSubjectName?: string;
  readonly change?: {
    readonly kind: string;
    readonly piiBefore?: Readonly<Record<string, unknown>>;
    readonly piiAfter?: Readonly<Record<string, unknown>>;
  };
}

/** There is one of each in a centre. */
const NAMELESS: ReadonlySet<string> = new Set([
  'dispositions',
  'policy',
  'settings',
  'skill-names',
]);

/** What everybody does for himself. */
const OWN: ReadonlySet<string> = new Set([
  'accept-invitation',
  'begin-second-factor',
  'change-password',
  'reset-password',
  'set-up',
]);

/** One change: who, when, what, and from what to what. */
export function Change({
  entry,
  textOf,
  onUndo,
}: {
  readonly entry: Entry;
  /** Says what a field of a setting holds. */
  readonly textOf: ReturnType<typeof useSettingText>;
  readonly onUndo: (() => void) | undefined;
}) {
  const say = useWords();
  const { at, actor, piiActorName, action, change } = entry;
  const when = new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' });
  const { piiBefore, piiAfter } = change ?? {};
  return (
    <>
      <header>
        <b dir="auto">{piiActorName ?? actor}</b>
        <span className="grow">
          {wordsOf('history', action, say)} <span dir="auto">{nameOf(entry)}</span>
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
          {differences(piiBefore, piiAfter, textOf).map(({ field, before, after }) => (
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

/** What was changed; empty where the words before it say so already. */
function nameOf({ actor, action, subject, piiSubjectName, change }: Entry): string {
  if (NAMELESS.has(change?.kind ?? '') || (subject === actor && OWN.has(action))) return '';
  return nameIn(change?.piiAfter) ?? nameIn(change?.piiBefore) ?? piiSubjectName ?? subject;
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
