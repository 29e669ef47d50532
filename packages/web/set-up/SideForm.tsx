import { X } from 'lucide-react';
import { type ReactNode, type SubmitEvent, useEffect, useRef } from 'react';
import { Button, IconButton } from '../design/Button.tsx';
import { Fault, Tag } from '../design/Notes.tsx';
import type { Saving } from './use-saving.ts';
import { useWords } from './words/words.ts';

/** Not what stands above the fields, to be taken away from there. */
const FIRST_FIELD = 'fieldset:not(.group) :is(input, select, textarea)';

/** Where one thing is looked at and changed, beside the list that it is in. */
export function SideForm({
  title,
  saving,
  fields,
  draft,
  canWrite,
  onSave,
  onClose,
  above,
  children,
  more,
}: {
  readonly title: string;
  readonly saving: Saving;
  /** Fields that show themselves what is wrong with them. */
  readonly fields: readonly string[];
  readonly draft: { readonly isChanged: boolean; readonly forget: () => void };
  readonly canWrite: boolean;
  readonly onSave: () => void;
  readonly onClose: () => void;
  /** What is there to be used also by whoever may change nothing. */
  readonly above?: ReactNode;
  readonly children: ReactNode;
  /** What else can be done with it. */
  readonly more?: ReactNode;
}) {
  const say = useWords();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    form.current?.querySelector<HTMLElement>(FIRST_FIELD)?.focus();
    return () => {
      // Where the focus went with the form; whoever chose something else is there already.
      if (document.activeElement !== document.body) return;
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    onSave();
  };
  const fault = saving.faultBeside(fields);
  return (
    <aside className="pane" aria-label={title}>
      <header className="pane-head">
        <h2 className="grow cut" dir="auto">
          {title}
        </h2>
        {draft.isChanged && <Tag tone="soon">{say('set-up.unsaved')}</Tag>}
        <IconButton label={say('action.close')} size="small" onClick={onClose}>
          <X size={14} aria-hidden />
        </IconButton>
      </header>
      <form className="set-up-form" ref={form} onSubmit={submit} onKeyDown={closeByKey(onClose)}>
        <div className="pane-body">
          {above}
          <fieldset disabled={!canWrite}>{children}</fieldset>
          {fault !== undefined && <Fault>{fault}</Fault>}
          {!canWrite && <p className="hint">{say('set-up.read-only')}</p>}
          {canWrite && more !== undefined && <div className="more">{more}</div>}
        </div>
        {canWrite && (
          <footer>
            <Button kind="main" submits disabled={saving.isBusy}>
              {say('set-up.save')}
            </Button>
            {draft.isChanged && (
              <Button kind="bare" onClick={draft.forget}>
                {say('set-up.discard')}
              </Button>
            )}
          </footer>
        )}
      </form>
    </aside>
  );
}

/** Escape goes one step back; what was typed is kept. */
function closeByKey(onClose: () => void) {
  return (event: React.KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.defaultPrevented) onClose();
  };
}
