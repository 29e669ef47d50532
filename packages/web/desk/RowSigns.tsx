import { Languages } from 'lucide-react';
import { useNow } from '../design/clock.ts';
import { durationText } from '../design/time-left.ts';
import type { ForeignLanguage } from './foreign-language.ts';
import { bondSign } from './row-words.ts';
import type { DeskRow } from './rows.ts';
import { useWords } from './words.ts';

/** Beside the name: how we know each other, what they speak and I do not, and that they are silent. */
export function RowSigns({
  row,
  myId,
  foreign,
}: {
  readonly row: DeskRow;
  readonly myId: string | undefined;
  readonly foreign: ForeignLanguage;
}) {
  return (
    <>
      <BondSign row={row} myId={myId} />
      <LanguageSign language={foreign(row.card?.language)} />
      {row.card?.silentSince !== undefined && <SilentSign since={row.card.silentSince} isShort />}
    </>
  );
}

function BondSign({ row, myId }: { readonly row: DeskRow; readonly myId: string | undefined }) {
  const say = useWords();
  const chosenId = row.card?.choice?.agentId;
  const hasChosenMe = chosenId !== undefined && chosenId === myId;
  const words = hasChosenMe ? 'row.chose-you' : bondSign(row);
  return words === undefined ? null : <span className="bond-sign">{say(words)}</span>;
}

function LanguageSign({ language }: { readonly language: string | undefined }) {
  const say = useWords();
  if (language === undefined) return null;
  const why = say('row.language-why', { language });
  return (
    <span className="language-sign" title={why}>
      <Languages size={11} aria-hidden />
      <span aria-hidden="true">{language}</span>
      <span className="unseen">{why}</span>
    </span>
  );
}

/** For how long they have not written, so that they take none of my room. */
export function SilentSign({
  since,
  isShort = false,
}: {
  readonly since: number;
  /** Whether for how long stands beside it anyway. */
  readonly isShort?: boolean;
}) {
  const say = useWords();
  const time = durationText(Math.max(0, useNow() - since));
  return (
    <span className="silent-sign num" title={say('row.silent-why')}>
      {isShort ? say('row.silent-short') : say('row.silent', { time })}
      <span className="unseen">. {say('row.silent-why')}</span>
    </span>
  );
}
