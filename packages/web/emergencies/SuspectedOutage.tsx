import { PhoneOff } from 'lucide-react';
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
  return (
    <div className="emergency">
      <PhoneOff size={15} aria-hidden />
      <p className="grow">
        <b>{say('outage.bar', { count: agentCount, at: since })}</b>{' '}
        <span className="hint">{say('outage.hint')}</span>
      </p>
      {!isDeclared && (
        <Button size="small" onClick={declareOutage}>
          {say('outage.declare')}
        </Button>
      )}
    </div>
  );
}
