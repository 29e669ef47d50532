import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { useWords } from './words/words.ts';

/** A link with which somebody lets himself in. */
export interface InvitationLink {
  readonly path: string;
  readonly expiresAt: number;
  readonly name: string;
}

/** Shows a link once, to be handed on. */
export function LinkDialog({
  link: { path, expiresAt, name },
  onClose,
}: {
  readonly link: InvitationLink;
  readonly onClose: () => void;
}) {
  const say = useWords();
  const [isCopied, setCopied] = useState(false);
  const url = `${location.origin}${path}`;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(url);
    setCopied(true);
  };
  return (
    <Dialog title={say('people.link', { name })} onClose={onClose}>
      <div className="dialog-body">
        <p>{say('people.link-hint', { until: expiresAt })}</p>
        <div className="set-up-link">
          <input
            className="input"
            readOnly
            aria-label={say('people.link', { name })}
            value={url}
            autoFocus
            onFocus={(event) => event.target.select()}
          />
          <Button kind="main" onClick={() => void copy().catch(() => undefined)}>
            {say(isCopied ? 'set-up.copied' : 'set-up.copy')}
          </Button>
        </div>
        <div className="dialog-foot">
          <Button onClick={onClose}>{say('action.close')}</Button>
        </div>
      </div>
    </Dialog>
  );
}
