import './imports.css';
import { numberText } from '../design/figure-text.ts';
import { locale } from '../words/words.ts';
import { NewImport, PastImport } from './ImportForms.tsx';
import { importStatus } from './ImportOutcome.tsx';
import { ListRoom } from './ListRoom.tsx';
import { useSettings } from './settings.ts';
import { useWords } from './words/words.ts';

/** Files that were taken in or tried, and the way to take another one in. */
export function ImportsRoom() {
  const say = useWords();
  const imports = useSettings('imports');
  const when = new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <ListRoom
      room="imports"
      list={imports}
      idOf={({ importId }) => importId}
      nameOf={({ kind }) => say(`imports.kind.${kind}`)}
      nameHead={say('imports.kind')}
      columns={[
        { head: say('imports.state'), cell: (record) => importStatus(record, say) },
        {
          head: say('imports.rows'),
          cell: ({ rowCount }) => <span className="num">{numberText(rowCount)}</span>,
        },
        {
          head: say('imports.began'),
          isWide: true,
          cell: ({ startedAt }) => <span className="num">{when.format(startedAt)}</span>,
        },
      ]}
      begin="imports.new"
      form={(record, { close }) =>
        record === undefined ? (
          <NewImport onClose={close} />
        ) : (
          <PastImport
            importId={record.importId}
            title={say(`imports.kind.${record.kind}`)}
            onClose={close}
          />
        )
      }
    />
  );
}
