import { type MenuItem, Menu } from '../design/Menu.tsx';
import { Presence, type PresenceName } from '../design/Presence.tsx';
import { toast } from '../design/Toasts.tsx';
import { hangUp, useTopic } from '../live/live.ts';
import { answered, api, Refused } from '../session/api.ts';
import { leave, type Me } from '../session/session.ts';
import { useWords, type WordsId } from '../words/words.ts';

const REASONS = ['break', 'lunch', 'meeting', 'training'] as const;

type Duty = 'ready' | 'not-ready' | 'signed-out';

const PRESENCE_OF: Readonly<Record<Duty, PresenceName>> = {
  ready: 'available',
  'not-ready': 'away',
  'signed-out': 'off',
};

/** My duty, since when and why, and how to change it. */
export function MyState({ me }: { readonly me: Me }) {
  const say = useWords();
  const { agentId } = me;
  if (agentId === undefined) {
    return (
      <Menu
        label={me.piiName}
        className="my-state"
        button={<span>{me.piiName}</span>}
        items={[leaving(say('me.leave'))]}
      />
    );
  }
  return <AgentState agentId={agentId} />;
}

function AgentState({ agentId }: { readonly agentId: string }) {
  const say = useWords();
  const people = useTopic('people', { agentIds: [agentId] });
  const mine = people.kind === 'known' ? people.state.agents[0] : undefined;
  const duty = mine?.state;
  const reason = mine?.reason;
  const known = REASON_WORDS[reason ?? ''];
  const items: readonly MenuItem[] = [
    { label: say('me.ready'), isChosen: duty === 'ready', onChoose: () => change('ready') },
    ...REASONS.map((each) => ({
      label: say(`me.${each}`),
      isChosen: duty === 'not-ready' && reason === each,
      onChoose: () => change('not-ready', each),
    })),
    {
      label: say('me.signed-out'),
      isChosen: duty === 'signed-out',
      onChoose: () => change('signed-out'),
    },
    leaving(say('me.leave')),
  ];
  return (
    <Menu
      label={say('me.state')}
      className="my-state"
      button={
        <>
          <Presence presence={duty === undefined ? 'unknown' : PRESENCE_OF[duty]} isNamed />
          {reason !== undefined && (
            <span className="dim">· {known === undefined ? reason : say(known)}</span>
          )}
          {mine !== undefined && duty !== 'ready' && (
            <span className="dim">· {say('me.since', { at: mine.stateSince })}</span>
          )}
        </>
      }
      items={items}
    />
  );

  function change(state: Duty, because?: string): void {
    const body = { state, ...(because !== undefined && { reason: because }) };
    answered(api.POST('/api/v1/me/state', { body })).catch((error: unknown) =>
      toast(error instanceof Refused ? error.message : say('sign-in.unreachable')),
    );
  }
}

const REASON_WORDS: Readonly<Record<string, WordsId | undefined>> = {
  break: 'me.break',
  lunch: 'me.lunch',
  meeting: 'me.meeting',
  training: 'me.training',
  'ring-no-answer': 'me.ring-no-answer',
};

function leaving(label: string): MenuItem {
  return {
    label,
    onChoose: () => {
      hangUp();
      void leave();
    },
  };
}
