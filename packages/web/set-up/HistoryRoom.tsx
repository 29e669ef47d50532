import { useCallback, useEffect, useState } from 'react';
import { Button } from '../design/Button.tsx';
import { BoneRows, Empty, Fault } from '../design/Notes.tsx';
import { toast } from '../design/Toasts.tsx';
import { answered, api } from '../session/api.ts';
import { Change, type Entry } from './Change.tsx';
import { Room } from './Room.tsx';
import { useIsOneOf } from './rooms.ts';
import { useSettingText } from './setting-text.ts';
import { undoEntry } from './use-saving.ts';
import { useWords } from './words/words.ts';

/** What has been read of the history, and where it goes on. */
interface History {
  readonly entries: readonly Entry[];
  readonly cursor?: string | undefined;
}

/** Who changed what, when, from what to what; and the way back. */
export function HistoryRoom() {
  const say = useWords();
  const textOf = useSettingText();
  const canUndo = useIsOneOf(['administrator']);
  const [history, setHistory] = useState<History>();
  const [fault, setFault] = useState<string>();
  const [refused, setRefused] = useState<{ readonly ordinal: number; readonly why: string }>();
  const load = useCallback(async (before?: History): Promise<void> => {
    setFault(undefined);
    try {
      const cursor = before?.cursor;
      const query = { limit: 50, ...(cursor !== undefined && { cursor }) };
      const page = await answered(api.GET('/api/v1/audit', { params: { query } }));
      const entries = [...(before?.entries ?? []), ...page.items];
      setHistory({ entries, cursor: page.nextCursor });
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
    }
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => void load());
    return () => clearTimeout(timer);
  }, [load]);
  const undo = async (ordinal: number): Promise<void> => {
    setRefused(undefined);
    try {
      await undoEntry(ordinal);
      toast(say('set-up.undone'));
      await load();
    } catch (error) {
      setRefused({ ordinal, why: error instanceof Error ? error.message : String(error) });
    }
  };
  return (
    <Room title={say('room.history')} hint={say('history.hint')}>
      {fault !== undefined && <Fault onRetry={() => void load()}>{fault}</Fault>}
      {history === undefined && fault === undefined && <BoneRows count={8} height={52} />}
      {history?.entries.length === 0 && <Empty>{say('history.none')}</Empty>}
      <ol>
        {history?.entries.map((entry) => (
          <li className="change" key={entry.ordinal}>
            <Change
              entry={entry}
              textOf={textOf}
              onUndo={
                canUndo && entry.change !== undefined ? () => void undo(entry.ordinal) : undefined
              }
            />
            {refused?.ordinal === entry.ordinal && <Fault>{refused.why}</Fault>}
          </li>
        ))}
      </ol>
      {history?.cursor !== undefined && (
        <div className="change">
          <span>
            <Button onClick={() => void load(history)}>{say('history.more')}</Button>
          </span>
        </div>
      )}
    </Room>
  );
}
