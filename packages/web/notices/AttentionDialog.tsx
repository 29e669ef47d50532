import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { Check } from '../design/Field.tsx';
import { Fault } from '../design/Notes.tsx';
import { changeAttention, useAttentionSettings } from './attention-settings.ts';
import { sound } from './sound.ts';
import { useWords } from './words.ts';

/** How loud this machine calls, and whether on the desktop. */
export function AttentionDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useWords();
  const { volume, isOnDesktop } = useAttentionSettings();
  const [isBlocked, setBlocked] = useState(false);
  const allow = async (isWished: boolean): Promise<void> => {
    const isAllowed = isWished && (await Notification.requestPermission()) === 'granted';
    setBlocked(isWished && !isAllowed);
    changeAttention({ isOnDesktop: isAllowed });
  };
  return (
    <Dialog title={say('attention.settings')} onClose={onClose}>
      <div className="attention-settings">
        <label className="attention-volume">
          <span>{say('attention.sound')}</span>
          <input
            type="range"
            min={0}
            max={1}
            step={0.1}
            value={volume}
            onChange={({ target }) => changeAttention({ volume: Number(target.value) })}
          />
          <span className="num">
            {volume === 0 ? say('attention.silent') : `${Math.round(volume * 100)} %`}
          </span>
        </label>
        <Button disabled={volume === 0} onClick={() => sound('offer', volume)}>
          {say('attention.try')}
        </Button>
        <Check
          label={say('attention.desktop')}
          checked={isOnDesktop}
          onChange={({ target }) => void allow(target.checked)}
        />
        {isBlocked && <Fault>{say('attention.blocked')}</Fault>}
        <p className="hint">{say('attention.hint')}</p>
      </div>
    </Dialog>
  );
}
