import type { SettingKind } from '@rapport/protocol';
import type { ReactNode } from 'react';
import { Button } from '../design/Button.tsx';
import type { SettingName } from './settings.ts';
import { SideForm } from './SideForm.tsx';
import type { Draft } from './use-draft.ts';
import type { Saving } from './use-saving.ts';
import { useWords } from './words/words.ts';

/** What is told of whoever is open beside a list. */
export interface FormProps {
  /** None for a new one. */
  readonly id: string | undefined;
  readonly canWrite: boolean;
  readonly onClose: () => void;
}

/** A setting that is saved whole, deleted, and put back: its fields, and what is done with them. */
export function SettingForm({
  setting: { kind, id, name, reads, put, remove },
  isNew,
  onSaved,
  onClose,
  draft,
  saving,
  ...rest
}: {
  readonly setting: {
    readonly kind: SettingKind;
    readonly id: string;
    readonly name: string;
    readonly reads: SettingName;
    readonly put: () => Promise<unknown>;
    readonly remove: () => Promise<unknown>;
  };
  readonly title: string;
  readonly isNew: boolean;
  readonly draft: Draft<object>;
  readonly saving: Saving;
  /** Fields that show themselves what is wrong with them. */
  readonly fields: readonly string[];
  readonly canWrite: boolean;
  /** What follows once it is saved; it is closed without. */
  readonly onSaved?: () => void;
  readonly onClose: () => void;
  readonly above?: ReactNode;
  readonly children: ReactNode;
}) {
  const say = useWords();
  const act = async (work: () => Promise<unknown>, told: string): Promise<boolean> =>
    await saving.save(async () => {
      await work();
      return { told, undoes: { kind, id }, reads: [reads] };
    });
  const write = async (): Promise<void> => {
    if (!(await act(put, say('set-up.saved', { name })))) return;
    draft.forget();
    (onSaved ?? onClose)();
  };
  const erase = async (): Promise<void> => {
    if (await act(remove, say('set-up.deleted', { name }))) onClose();
  };
  return (
    <SideForm
      {...rest}
      draft={draft}
      saving={saving}
      onSave={() => void write()}
      onClose={onClose}
      more={
        !isNew && (
          <Button kind="grave" size="small" onClick={() => void erase()}>
            {say('set-up.delete')}
          </Button>
        )
      }
    />
  );
}
