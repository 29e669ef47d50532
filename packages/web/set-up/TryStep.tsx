import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Fault } from '../design/Notes.tsx';
import { useTopic } from '../live/live.ts';
import { answered, api } from '../session/api.ts';
import { useMe } from './rooms.ts';
import { Step } from './StartRoom.tsx';
import { useWords } from './words/words.ts';

/** Brings a first conversation in, and follows it until it is on the desk. */
export function TryStep({
  number,
  promiseId,
}: {
  readonly number: number;
  readonly promiseId: string | undefined;
}) {
  const say = useWords();
  const me = useMe();
  if (me?.agentId === undefined || promiseId === undefined) {
    const says = say(promiseId === undefined ? 'start.try-promise' : 'start.try-serve');
    return <Step number={number} title={say('start.try')} isDone={false} says={says} />;
  }
  return <OwnTrial number={number} promiseId={promiseId} />;
}

function OwnTrial({ number, promiseId }: { readonly number: number; readonly promiseId: string }) {
  const say = useWords();
  const queue = useTopic('my-queue', {});
  const [fault, setFault] = useState<string>();
  const [workId, setWorkId] = useState<string>();
  const items = queue.kind === 'known' ? queue.state.items : [];
  const mine = items.find((item) => item.workId === workId);
  const begin = async (): Promise<void> => {
    setFault(undefined);
    try {
      const body = {
        channel: 'chat' as const,
        piiSubject: say('start.try-subject'),
        piiText: say('start.try-text'),
        promiseId,
        requirements: [],
      };
      setWorkId((await answered(api.POST('/api/v1/interactions', { body }))).workId);
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
    }
  };
  const says = workId === undefined ? 'hint' : mine === undefined ? 'waits' : 'there';
  return (
    <Step
      number={number}
      title={say('start.try')}
      isDone={mine !== undefined}
      says={
        <>
          {say(`start.try-${says}`)}
          {fault !== undefined && <Fault>{fault}</Fault>}
        </>
      }
      act={
        mine === undefined ? (
          <Button kind="main" onClick={() => void begin()}>
            {say('start.try-go')}
          </Button>
        ) : (
          <Link className="button" data-kind="main" to="/desk">
            {say('start.try-open')}
          </Link>
        )
      }
    />
  );
}
