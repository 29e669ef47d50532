import { Link } from '@tanstack/react-router';
import { useTopic } from '../live/live.ts';
import { ownPageOf } from './EntryAddress.tsx';
import { useMe } from './rooms.ts';
import { servesAlready } from './ServeStep.tsx';
import { type EntryPoint, useSettings } from './settings.ts';
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
  const people = useSettings('people');
  const title = say('start.try');
  if (chat === undefined) {
    return <Step number={number} title={title} isDone={false} says={say('start.try-chat')} />;
  }
  if (me?.agentId !== undefined) return <OwnTrial number={number} chat={chat} />;
  if (!people.items.some(servesAlready)) {
    return <Step number={number} title={title} isDone={false} says={say('start.try-serve')} />;
  }
  return (
    <Step
      number={number}
      title={title}
      isDone={false}
      says={say('start.try-others')}
      act={<OpenChat chat={chat} />}
    />
  );
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
          <OpenChat chat={chat} />
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

function OpenChat({ chat }: { readonly chat: EntryPoint }) {
  const say = useWords();
  return (
    <a className="button" href={ownPageOf(chat)} target="_blank" rel="noreferrer">
      {say('start.try-go')}
    </a>
  );
}
