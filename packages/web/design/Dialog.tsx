import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useWords } from '../words/words.ts';
import { IconButton } from './Button.tsx';

/** Something asked above the page; it is open while it is drawn, and gives the focus back. */
export function Dialog({
  title,
  onClose,
  className = '',
  hasHead = true,
  children,
}: {
  readonly title: string;
  readonly onClose: () => void;
  readonly className?: string;
  readonly hasHead?: boolean;
  readonly children: ReactNode;
}) {
  const say = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    // A closed dialog takes no focus, and an opened one gives it to its first button.
    dialog.current?.querySelector<HTMLElement>('input, textarea')?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`dialog ${className}`}
      aria-label={title}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      {hasHead && (
        <header>
          <h2>{title}</h2>
          <IconButton label={say('action.close')} size="small" onClick={onClose}>
            <X size={14} aria-hidden />
          </IconButton>
        </header>
      )}
      {children}
    </dialog>
  );
}
