import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import type { EntryPoint } from './settings.ts';
import { useWords } from './words/words.ts';

/** The page of the centre's own on which an entry point can be tried. */
export function ownPageOf({ entryId, channel }: Pick<EntryPoint, 'entryId' | 'channel'>): string {
  return `/${channel === 'chat' ? 'chat' : 'form'}/${entryId}`;
}

/** What is put on a site for an entry point, and where it can be tried. */
export function EntryAddress({ entry }: { readonly entry: EntryPoint }) {
  const say = useWords();
  const [isCopied, setCopied] = useState(false);
  const page = ownPageOf(entry);
  const snippet =
    entry.channel === 'chat'
      ? `<script src="${location.origin}/widget.js" data-entry="${entry.entryId}" async></script>`
      : `${location.origin}${page}`;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(snippet);
    setCopied(true);
  };
  const label = say(entry.channel === 'chat' ? 'channels.snippet' : 'channels.link');
  return (
    <fieldset className="group">
      <legend>{label}</legend>
      <div className="set-up-link">
        <input
          className="input"
          readOnly
          aria-label={label}
          value={snippet}
          onFocus={(event) => event.target.select()}
        />
        <Button onClick={() => void copy().catch(() => undefined)}>
          {say(isCopied ? 'set-up.copied' : 'set-up.copy')}
        </Button>
      </div>
      <a className="link" href={page} target="_blank" rel="noreferrer">
        {say('channels.try')}
      </a>
    </fieldset>
  );
}
