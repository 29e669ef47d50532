import { Button } from '../design/Button.tsx';
import { goReady } from './acts.ts';
import { useMyDuty } from './use-my-duty.ts';
import { useWords } from './words.ts';

/** Below what whoever is away still carries: that nobody comes, and how they come again. */
export function AwayLine({ agentId }: { readonly agentId: string | undefined }) {
  const say = useWords();
  const duty = useMyDuty(agentId);
  if (duty === undefined || duty === 'ready') return null;
  return (
    <p className="away-line">
      <span className="hint">{say('desk.off')}</span>
      <Button size="small" onClick={() => void goReady()}>
        {say('desk.off-go')}
      </Button>
    </p>
  );
}
