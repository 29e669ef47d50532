import { Button } from '../design/Button.tsx';
import { Empty } from '../design/Notes.tsx';
import { Pane } from '../design/Pane.tsx';
import { useTopic } from '../live/live.ts';
import { goReady } from './acts.ts';
import { useWords } from './words.ts';

/** While nobody is served: where they will come up, and, for whoever is away, how they come at all. */
export function NobodyHere({ agentId }: { readonly agentId: string | undefined }) {
  const say = useWords();
  const people = useTopic('people', { agentIds: agentId === undefined ? [] : [agentId] });
  const mine = people.kind === 'known' ? people.state.agents[0] : undefined;
  return (
    <Pane label={say('desk.conversation')}>
      {mine === undefined || mine.state === 'ready' ? (
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
