import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { useNow } from '../design/clock.ts';
import type { Deadline } from '../design/Deadline.tsx';
import { timeLeftText } from '../design/time-left.ts';
import { extendWrapUp } from './acts.ts';
import { useWords } from './words.ts';

/** Why a wrap-up takes longer. */
const REASONS = ['long-note', 'other-system', 'asked-back'] as const;

/** How long until the item completes by itself, and how it takes longer. */
export function WrapUpTime({
  workId,
  deadline,
}: {
  readonly workId: string;
  readonly deadline: Deadline;
}) {
  const say = useWords();
  const [isAsking, setAsking] = useState(false);
  const left = Math.max(0, deadline.dueAt - useNow());
  const extend = (reason: (typeof REASONS)[number]): void => {
    setAsking(false);
    void extendWrapUp(workId, reason);
  };
  return (
    <div className="wrap-up-time">
      <span className="hint">{say('wrap-up.left', { left: timeLeftText(left) })}</span>
      {!isAsking && <Button onClick={() => setAsking(true)}>{say('wrap-up.longer')}</Button>}
      {isAsking &&
        REASONS.map((reason, index) => (
          <Button key={reason} autoFocus={index === 0} onClick={() => extend(reason)}>
            {say(`wrap-up.longer.${reason}`)}
          </Button>
        ))}
    </div>
  );
}
