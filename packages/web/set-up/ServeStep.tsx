import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Fault } from '../design/Notes.tsx';
import { hangUp, useTopic } from '../live/live.ts';
import { answered, api } from '../session/api.ts';
import { type Me, openSession } from '../session/session.ts';
import { useMe } from './rooms.ts';
import { type Person, reloadSettings, useSettings } from './settings.ts';
import { Step } from './Step.tsx';
import { useWords } from './words/words.ts';

/** Lets the administrator serve customers himself, so that the first conversation has somebody. */
export function ServeStep({ number }: { readonly number: number }) {
  const say = useWords();
  const me = useMe();
  const people = useSettings('people');
  const [fault, setFault] = useState<string>();
  if (me === undefined) return null;
  const serve = async (): Promise<void> => {
    setFault(undefined);
    try {
      await becomeAgent(me);
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
    }
  };
  const others = people.items.filter(servesAlready).length;
  if (me.agentId !== undefined) return <MyDuty number={number} agentId={me.agentId} />;
  return (
    <Step
      number={number}
      title={say('start.serve')}
      isDone={others > 0}
      says={
        <>
          {others > 0 ? say('start.serve-others', { count: others }) : say('start.serve-hint')}
          {fault !== undefined && <Fault>{fault}</Fault>}
        </>
      }
      act={<Button onClick={() => void serve()}>{say('start.serve-go')}</Button>}
    />
  );
}

function MyDuty({ number, agentId }: { readonly number: number; readonly agentId: string }) {
  const say = useWords();
  const followed = useTopic('people', { agentIds: [agentId] });
  const mine = followed.kind === 'known' ? followed.state.agents[0] : undefined;
  const isReady = mine?.state === 'ready';
  return (
    <Step
      number={number}
      title={say('start.serve')}
      isDone={isReady}
      says={say(isReady ? 'start.serve-ready' : 'start.serve-away')}
      act={
        !isReady && <Button onClick={() => void beReady()}>{say('start.serve-ready-go')}</Button>
      }
    />
  );
}

/** Whether somebody can be offered work once he is on duty. */
export function servesAlready({ agentId, status }: Person): boolean {
  return agentId !== undefined && status === 'active';
}

/** Makes an agent for somebody, gives him the role, and puts him on duty. */
async function becomeAgent({ personId, piiName, piiEmail, roles, ledTeamIds }: Me): Promise<void> {
  const made = await answered(api.POST('/api/v1/agents', { body: { piiName, skills: [] } }));
  const body = {
    piiName,
    piiEmail,
    roles: [...new Set([...roles, 'agent' as const])],
    agentId: made.agentId,
    ledTeamIds: [...ledTeamIds],
  };
  await answered(api.PUT('/api/v1/people/{personId}', { params: { path: { personId } }, body }));
  await beReady();
  // Who he is was asked when the line was opened.
  hangUp();
  await Promise.all([openSession(), reloadSettings(['people', 'agents'])]);
}

async function beReady(): Promise<void> {
  await answered(api.POST('/api/v1/me/state', { body: { state: 'ready' } }));
}
