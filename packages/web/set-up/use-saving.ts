import type { SettingKind } from '@rapport/protocol';
import { useState } from 'react';
import { toast } from '../design/Toasts.tsx';
import { answered, api, Refused } from '../session/api.ts';
import { openSession } from '../session/session.ts';
import { reloadSettings, type SettingName } from './settings.ts';
import { useWords } from './words/words.ts';

/** A setting, as the history knows it. */
interface Setting {
  readonly kind: SettingKind;
  readonly id: string;
}

/** What came of a write, and how it is told. */
interface Saved {
  readonly told: string;
  /** Which setting's last change is undone on demand; without it there is nothing to undo. */
  readonly undoes?: Setting | undefined;
  /** What takes it back on demand, where the history does not. */
  readonly takeBack?: (() => Promise<unknown>) | undefined;
  readonly reads: readonly SettingName[];
  readonly position?: number | undefined;
}

export interface Saving {
  readonly isBusy: boolean;
  /** Why the last write was refused, where no field is to blame that is shown. */
  readonly faultBeside: (fields: readonly string[]) => string | undefined;
  /** What is wrong with this field, in words. */
  readonly wrong: (field: string) => string | undefined;
  /** Says whether it was saved. */
  readonly save: (work: () => Promise<Saved>) => Promise<boolean>;
}

/** Saves, tells what came of it with a way back, and reads again what it changed. */
export function useSaving(): Saving {
  const say = useWords();
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<Refused>();
  const save = async (work: () => Promise<Saved>): Promise<boolean> => {
    setBusy(true);
    setFault(undefined);
    try {
      const { told, undoes, takeBack, reads, position } = await work();
      const undone = say('set-up.undone');
      const back = undoes
        ? () => void undoLastOf(undoes, reads, undone)
        : takeBack && (() => void undoBy(takeBack, reads, undone));
      toast(told, back);
      await reloadSettings(reads, position);
      return true;
    } catch (error) {
      setFault(error instanceof Refused ? error : unreachable(say('set-up.unreachable')));
      return false;
    } finally {
      setBusy(false);
    }
  };
  const isAbout = (field: string): boolean =>
    fault?.field === field || fault?.field?.startsWith(`${field}.`) === true;
  return {
    isBusy,
    faultBeside: (fields) => (fields.some(isAbout) ? undefined : fault?.message),
    wrong: (field) => (isAbout(field) ? fault?.message : undefined),
    save,
  };
}

function unreachable(title: string): Refused {
  return new Refused({ type: 'unreachable', title });
}

/** Takes something back, and tells how that went. */
async function undoBy(
  takeBack: () => Promise<unknown>,
  reads: readonly SettingName[],
  done: string,
): Promise<void> {
  try {
    await takeBack();
    await reloadSettings(reads);
    toast(done);
  } catch (error) {
    toast(error instanceof Error ? error.message : String(error));
  }
}

/** Puts back what the latest change of something was, and tells how that went. */
async function undoLastOf(
  { kind, id: subject }: Setting,
  reads: readonly SettingName[],
  done: string,
): Promise<void> {
  try {
    // What else was done with it, and settings of other kinds that have the same id, stand between.
    const query = { subject, limit: 20 };
    const { items } = await answered(api.GET('/api/v1/audit', { params: { query } }));
    const latest = items.find(({ change }) => change?.kind === kind);
    if (latest === undefined) return;
    await undoEntry(latest.ordinal);
    await reloadSettings(reads);
    toast(done);
  } catch (error) {
    toast(error instanceof Error ? error.message : String(error));
  }
}

/**
 * Undoes a change of the history, which may have been about the centre's name, or about whoever undoes it.
 *
 * @throws {Refused} something else was changed since.
 */
export async function undoEntry(ordinal: number): Promise<void> {
  await answered(api.POST('/api/v1/audit/{ordinal}/undo', { params: { path: { ordinal } } }));
  await openSession();
}
