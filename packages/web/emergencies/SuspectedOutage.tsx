import { PhoneOff } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { declareOutage, type Outage } from './acts.ts';
import { useWords } from './words.ts';

/** That live offers reach nobody, as it seems, and what to do about it. */
export function SuspectedOutage({
  outage,
  isDeclared,
}: {
  readonly outage: Outage;
  /** Whether everybody is needed already. */
  readonly isDeclared: boolean;
}) {
  const say = useWords();
  const { agentCount, since } = outage;
  const [isUnderway, setUnderway] = useState(false);
  const go = (): void => {
    setUnderway(true);
    void declareOutage().finally(() => setUnderway(false));
  };
  return (
    <div className="emergency" data-seen={isDeclared}>
      <PhoneOff size={15} aria-hidden />
      <p className="grow">
        <b>{say('outage.bar', { count: agentCount, at: since })}</b>{' '}
        <span className="hint">{say('outage.hint')}</span>
      </p>
      {!isDeclared && (
        <Button size="small" disabled={isUnderway} onClick={go}>
          {say('outage.declare')}
        </Button>
      )}
    </div>
  );
}
