import { useState, useSyncExternalStore } from 'react';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { useWords } from '../words/words.ts';
import {
  type Act,
  changeKeys,
  KEY_MAP,
  keysOf,
  keysVersion,
  nameOfKeys,
  onKeysChanged,
} from './key-map.ts';
import { pressedKey, useKeys } from './use-keys.ts';

const ACTS = Object.keys(KEY_MAP) as Act[];

/** All keys and what they do; each can be changed, or switched off. Drawn once. */
export function KeysDialog() {
  const [isOpen, setOpen] = useState(false);
  useKeys({ 'keys.show': () => setOpen(true) });
  return isOpen ? <OpenKeys onClose={() => setOpen(false)} /> : null;
}

function OpenKeys({ onClose }: { readonly onClose: () => void }) {
  const say = useWords();
  useSyncExternalStore(onKeysChanged, keysVersion);
  const [asked, ask] = useState<Act>();
  const take = (event: React.KeyboardEvent): void => {
    if (asked === undefined) return;
    const pressed = pressedKey(event.nativeEvent);
    if (pressed === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    ask(undefined);
    if (pressed === 'Escape') return;
    if (pressed === 'Backspace' || pressed === 'Delete') changeKeys(asked, []);
    else changeKeys(asked, [pressed]);
  };
  return (
    <Dialog title={say('keys.title')} onClose={onClose}>
      <div className="dialog-body" onKeyDown={take}>
        <p className="hint">{say('keys.how')}</p>
        <ul className="keys-list">
          {ACTS.map((act) => (
            <li key={act}>
              <span className="grow">{say(`act.${act}`)}</span>
              <Button
                size="small"
                kind="bare"
                aria-label={say('keys.change', { act: say(`act.${act}`) })}
                aria-pressed={asked === act}
                onClick={() => ask(act)}
              >
                {asked === act
                  ? say('keys.press')
                  : keysOf(act).length === 0
                    ? say('keys.off')
                    : keysOf(act).map((keys) => <kbd key={keys}>{nameOfKeys(keys)}</kbd>)}
              </Button>
            </li>
          ))}
        </ul>
        <div className="dialog-foot">
          <Button onClick={() => ACTS.forEach((act) => changeKeys(act, undefined))}>
            {say('keys.reset')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
