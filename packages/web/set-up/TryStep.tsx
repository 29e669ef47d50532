import { Link } from '@tanstack/react-router';
import { useTopic } from '../live/live.ts';
import { ownPageOf } from './EntryAddress.tsx';
import { useMe } from './rooms.ts';
import type { EntryPoint } from './settings.ts';
import { Step } from './Step.tsx';
import { useWords } from './words/words.ts';

/** Opens the chat as a customer sees it, and follows what is written there to the desk. */
export function TryStep({
  number,
  chat,
}: {
  readonly number: number;
  readonly chat: EntryPoint | undefined;
}) {
  const say = useWords();
  const me = useMe();
  if (chat === undefined || me?.agentId === undefined) {
    const says = say(chat === undefined ? 'start.try-chat' : 'start.try-serve');
    return <Step number={number} title={say('start.try')} isDone={false} says={says} />;
  }
  return <OwnTrial number={number} chat={chat} />;
}

function OwnTrial({ number, chat }: { readonly number: number; readonly chat: EntryPoint }) {
  const say = useWords();
  const queue = useTopic('my-queue', {});
  const items = queue.kind === 'known' ? queue.state.items : [];
  const isThere = items.some(({ channel }) => channel === 'chat');
  return (
    <Step
      number={number}
      title={say('start.try')}
      isDone={isThere}
      says={say(isThere ? 'start.try-there' : 'start.try-hint')}
      act={
        <>
          <a className="button" href={ownPageOf(chat)} target="_blank" rel="noreferrer">
            {say('start.try-go')}
          </a>
          {isThere && (
            <Link className="button" data-kind="main" to="/desk">
              {say('start.try-open')}
            </Link>
          )}
        </>
      }
    />
  );
}
