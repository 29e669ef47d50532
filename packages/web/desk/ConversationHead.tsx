import { Check, Clock3, Ellipsis, Forward, Pause, Play } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { ChannelGlyph } from '../design/ChannelGlyph.tsx';
import { Menu } from '../design/Menu.tsx';
import { Tag } from '../design/Notes.tsx';
import { toast } from '../design/Toasts.tsx';
import { keyName } from '../keys/key-map.ts';
import { useKeys } from '../keys/use-keys.ts';
import { acceptOffer, holdWork, resumeWork, wrapUpWork } from './acts.ts';
import { HandDialog } from './HandDialog.tsx';
import { LaterDialog } from './LaterDialog.tsx';
import { SilentSign } from './RowSigns.tsx';
import type { DeskRow } from './rows.ts';
import { momentText } from '../design/moment-text.ts';
import { useWords } from './words.ts';

/** What it is about, and what may be done with it. */
export function Head({
  row,
  name,
  onNext,
}: {
  readonly row: DeskRow;
  readonly name: string;
  readonly onNext: () => void;
}) {
  const say = useWords();
  const { workId, status } = row;
  const [open, setOpen] = useState<'hand' | 'later'>();
  const isServing = status === 'active' || status === 'on-hold';
  const isDeferred = status === 'deferred';
  // It waits again by itself, or is settled with what it is put aside for.
  const isAside = row.pausedById !== undefined;
  const asIfServing = (act: () => void) => (): boolean => {
    if (isServing) act();
    return isServing;
  };
  const hold = (): void => void (status === 'active' ? holdWork(workId) : resumeWork(workId));
  const later = (): void => setOpen('later');
  const takeUp = (): void => void resumeWork(workId);
  const resolve = (): void => void wrapUpWork(workId);
  useKeys({
    'work.resolve': asIfServing(resolve),
    'work.resolve-next': asIfServing(() => {
      void wrapUpWork(workId).then((isDone) => isDone && onNext());
    }),
    'work.transfer': () => (isServing || isDeferred) && setOpen('hand'),
    'work.later': isDeferred ? () => !isAside && takeUp() : asIfServing(later),
    'work.hold': asIfServing(hold),
  });
  return (
    <div className="pane-head conversation-head">
      <Title row={row} name={name} />
      {status === 'on-hold' && <Tag tone="soon">{say('work.held')}</Tag>}
      {isDeferred && (
        <>
          <Button keys={keyName('work.transfer')} onClick={() => setOpen('hand')}>
            <Forward size={14} aria-hidden />
            {say('work.transfer')}
          </Button>
          {!isAside && (
            <Button kind="main" keys={keyName('work.later')} onClick={takeUp}>
              {say('later.back')}
            </Button>
          )}
        </>
      )}
      {status === 'offered' && (
        <Button kind="main" keys={keyName('offer.accept')} onClick={() => void acceptOffer(workId)}>
          {say('offer.accept')}
        </Button>
      )}
      {isServing && (
        <HeadActs
          status={status}
          isCall={row.channel === 'phone' || row.channel === 'video'}
          {...{ hold, later, resolve }}
          hand={() => setOpen('hand')}
        />
      )}
      {open === 'hand' && <HandDialog row={row} name={name} onClose={() => setOpen(undefined)} />}
      {open === 'later' && (
        <LaterDialog
          row={row}
          name={name}
          onClose={() => setOpen(undefined)}
          onPutOff={(at) => toast(say('later.put-off', { at: momentText(at) }), takeUp)}
        />
      )}
    </div>
  );
}

function Title({ row, name }: { readonly row: DeskRow; readonly name: string }) {
  const say = useWords();
  return (
    <div className="grow">
      <h2 className="cut">
        <bdi>{row.card?.piiSubject ?? name}</bdi>
      </h2>
      <p className="hint cut">
        <ChannelGlyph channel={row.channel} size={12} /> <bdi>{name}</bdi>
        {row.status !== 'helping' && ` · ${say('step.reported')} ${momentText(row.receivedAt)}`}
        {row.card?.silentSince !== undefined && (
          <>
            {' · '}
            <SilentSign since={row.card.silentSince} />
          </>
        )}
      </p>
    </div>
  );
}

function HeadActs({
  status,
  isCall,
  hold,
  later,
  hand,
  resolve,
}: Readonly<Record<'hold' | 'later' | 'hand' | 'resolve', () => void>> & {
  readonly status: DeskRow['status'];
  readonly isCall: boolean;
}) {
  const say = useWords();
  const holdName = say(status === 'active' ? 'work.hold' : 'work.resume');
  const HoldSign = status === 'active' ? Pause : Play;
  const key = (act: 'work.hold' | 'work.later'): { keys?: string } => {
    const keys = keyName(act);
    return keys === undefined ? {} : { keys };
  };
  return (
    <>
      <span className="wide-only">
        {(isCall || status === 'on-hold') && (
          <Button keys={keyName('work.hold')} onClick={hold}>
            <HoldSign size={14} aria-hidden />
            {holdName}
          </Button>
        )}
        <Button keys={keyName('work.later')} onClick={later}>
          <Clock3 size={14} aria-hidden />
          {say('work.later')}
        </Button>
      </span>
      <Button keys={keyName('work.transfer')} onClick={hand}>
        <Forward size={14} aria-hidden />
        {say('work.transfer')}
      </Button>
      <Button kind="main" keys={keyName('work.resolve')} onClick={resolve}>
        <Check size={14} aria-hidden />
        {say('work.resolve')}
      </Button>
      <span className="narrow-only">
        <Menu
          label={say('work.more')}
          className="icon-button"
          button={<Ellipsis size={16} aria-hidden />}
          items={[
            { label: holdName, ...key('work.hold'), onChoose: hold },
            { label: say('work.later'), ...key('work.later'), onChoose: later },
          ]}
        />
      </span>
    </>
  );
}
