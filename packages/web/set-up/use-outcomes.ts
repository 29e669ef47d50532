import type { Disposition } from '../dispositions/disposition-name.ts';
import { answered, api } from '../session/api.ts';
import { type Known, useSettings } from './settings.ts';
import { type Saving, useSaving } from './use-saving.ts';

/** The centre's outcomes, those that are offered first, and how they are changed. */
export interface Outcomes {
  readonly list: Known<Disposition>;
  readonly offered: readonly Disposition[];
  /** Replaces all of them, unless somebody else has meanwhile; says whether it did. */
  readonly change: (next: readonly Disposition[], told: string) => Promise<boolean>;
  readonly saving: Saving;
}

/** Reads and changes the outcomes; what is wrong with a change is told where this is used. */
export function useOutcomes(): Outcomes {
  const known = useSettings('dispositions');
  const saving = useSaving();
  const [kept] = known.items;
  const items = offeredFirst(kept?.dispositions ?? []);
  const change: Outcomes['change'] = async (next, told) => {
    const isDone = await saving.save(async () => {
      const body = { dispositions: offeredFirst(next), ...(kept && { version: kept.version }) };
      await answered(api.PUT('/api/v1/dispositions', { body }));
      const undoes = { kind: 'dispositions', id: 'dispositions' } as const;
      return { told, undoes, reads: ['dispositions'] };
    });
    // It may be that somebody else has changed them.
    if (!isDone) known.reload();
    return isDone;
  };
  return { list: { ...known, items }, offered: items.filter(isOffered), change, saving };
}

export function isOffered({ isRetired = false }: Disposition): boolean {
  return !isRetired;
}

function offeredFirst(dispositions: readonly Disposition[]): Disposition[] {
  return dispositions.toSorted((a, b) => Number(isOffered(b)) - Number(isOffered(a)));
}
