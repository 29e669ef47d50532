import { Button } from '../design/Button.tsx';
import { Empty } from '../design/Notes.tsx';
import { Pane } from '../design/Pane.tsx';
import { goReady } from './acts.ts';
import { useMyDuty } from './use-my-duty.ts';
import { useWords } from './words.ts';

/** While nobody is served: where they will come up, and, for whoever is away, how they come at all. */
export function NobodyHere({ agentId }: { readonly agentId: string | undefined }) {
  const say = useWords();
  const duty = useMyDuty(agentId);
  return (
    <Pane label={say('desk.conversation')}>
      {duty === undefined || duty === 'ready' ? (
        <Empty title={say('desk.nobody')}>{say('desk.nobody-hint')}</Empty>
      ) : (
        <Empty title={say('desk.off')}>
          <p>{say('desk.off-hint')}</p>
          <Button kind="main" onClick={() => void goReady()}>
            {say('desk.off-go')}
          </Button>
        </Empty>
      )}
    </Pane>
  );
}
