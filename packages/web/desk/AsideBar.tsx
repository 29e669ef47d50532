import { Button } from '../design/Button.tsx';
import { Banner } from '../design/Notes.tsx';
import { nameOf } from './row-words.ts';
import type { DeskRow } from './rows.ts';
import { useWords } from './words.ts';

/** That this is put aside, for what, and the way there. */
export function AsideBar({
  asideFor,
  onOpen,
}: {
  readonly asideFor: DeskRow;
  readonly onOpen: (workId: string) => void;
}) {
  const say = useWords();
  const subject = asideFor.card?.piiSubject ?? nameOf(asideFor, say);
  return (
    <Banner tone="info">
      <span className="grow">{say('aside.for', { subject })}</span>
      <Button size="small" onClick={() => onOpen(asideFor.workId)}>
        {say('aside.open')}
      </Button>
    </Banner>
  );
}
