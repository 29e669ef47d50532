import { Button } from '../design/Button.tsx';
import { momentText } from '../design/moment-text.ts';
import { Tag } from '../design/Notes.tsx';
import { termText, type Version } from './agreement-draft.ts';
import { useMe } from './rooms.ts';
import { type Agreement, useSettings } from './settings.ts';
import { useWords } from './words/words.ts';

/** What was agreed when, by whom and from when on, the latest first; and the way back to what held before. */
export function AgreementVersions({
  agreement: { inForce, versions },
  canWrite,
  onTake,
}: {
  readonly agreement: Agreement;
  readonly canWrite: boolean;
  /** Begins the next version as this one is. */
  readonly onTake: (version: Version) => void;
}) {
  const say = useWords();
  const title = say('agreements.versions');
  return (
    <section className="versions" aria-label={title}>
      <h3>{title}</h3>
      <ol reversed>
        {versions.toReversed().map((version) => (
          <li key={version.version}>
            <Agreed version={version} isInForce={version.version === inForce} />
            <ul>
              {version.terms.map((term) => (
                <li key={term.promiseId}>{termText(term, say)}</li>
              ))}
            </ul>
            {canWrite && version.version < versions.length && (
              <Button size="small" onClick={() => onTake(version)}>
                {say('agreements.take', { version: version.version })}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Agreed({
  version: { version, agreedBy, agreedWith, agreedAt, holdsFromAt },
  isInForce,
}: {
  readonly version: Version;
  readonly isInForce: boolean;
}) {
  const say = useWords();
  const people = useSettings('people');
  const me = useMe();
  const person = people.items.find(({ personId }) => personId === agreedBy);
  const by = agreedBy === me?.personId ? say('agreements.you') : (person?.piiName ?? agreedBy);
  return (
    <>
      <p>
        <b>{say('agreements.version', { version })}</b>{' '}
        {isInForce && <Tag tone="ok">{say('agreements.holds')}</Tag>}
      </p>
      <p className="hint">
        {say('agreements.agreed-by', { by, at: momentText(agreedAt) })}
        {agreedWith !== undefined && ` ${say('agreements.agreed-with', { with: agreedWith })}`}
        {holdsFromAt > agreedAt &&
          ` ${say('agreements.holds-from-at', { at: momentText(holdsFromAt) })}`}
      </p>
    </>
  );
}
