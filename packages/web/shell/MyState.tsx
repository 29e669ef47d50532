import type { AgentPresence } from '@rapport/protocol';
import { returnText } from '../design/moment-text.ts';
import { serverNow, useNow } from '../design/clock.ts';
import { type MenuItem, Menu } from '../design/Menu.tsx';
import { Presence, type PresenceName } from '../design/Presence.tsx';
import { toast } from '../design/Toasts.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { hangUp, useTopic } from '../live/live.ts';
import { answered, api, Refused } from '../session/api.ts';
import { leave, type Me } from '../session/session.ts';
import { useWords, type WordsId } from '../words/words.ts';

/** Why somebody is away, and after how many minutes he is usually back; undefined where that varies. */
const REASONS = {
  break: 15,
  lunch: 45,
  meeting: 60,
  training: undefined,
} as const;
const RETURNS_MINUTES = [5, 15, 30, 60] as const;
const MINUTE_MS = 60_000;

type Duty = AgentPresence['state'];

const PRESENCE_OF: Readonly<Record<Duty, PresenceName>> = {
  ready: 'available',
  'not-ready': 'away',
  'signed-out': 'off',
};

/** Where a key finds the button. */
const OPENER_ID = 'my-state';

/** My duty, since when, why and until when, and how to change it. */
export function MyState({
  me,
  onAttention,
}: {
  readonly me: Me;
  /** Asks how I want to be called. */
  readonly onAttention: () => void;
}) {
  const say = useWords();
  useKeys({ 'state.open': () => document.getElementById(OPENER_ID)?.click() });
  const { agentId } = me;
  if (agentId === undefined) {
    return (
      <Menu
        label={me.piiName}
        className="my-state"
        openerId={OPENER_ID}
        button={<span>{me.piiName}</span>}
        items={[leaving(say('me.leave'))]}
      />
    );
  }
  return <AgentState agentId={agentId} onAttention={onAttention} />;
}

function AgentState({
  agentId,
  onAttention,
}: {
  readonly agentId: string;
  readonly onAttention: () => void;
}) {
  const say = useWords();
  const people = useTopic('people', { agentIds: [agentId] });
  const mine = people.kind === 'known' ? people.state.agents[0] : undefined;
  const queue = useTopic('my-queue', {});
  const items = queue.kind === 'known' ? queue.state.items : [];
  const isWorking = items.some(({ status }) => status !== 'offered');
  const duty = mine?.state;
  const reason = mine?.reason;
  return (
    <Menu
      label={say('me.state')}
      className="my-state"
      openerId={OPENER_ID}
      button={<Now mine={mine} isWorking={isWorking} />}
      items={[
        { label: say('me.ready'), isChosen: duty === 'ready', onChoose: () => change('ready') },
        ...Object.entries(REASONS).map(([each, minutes], index) => ({
          label: say(REASON_WORDS[each] ?? 'me.not-ready'),
          isChosen: duty === 'not-ready' && reason === each,
          ...(index === 0 && { group: say('me.not-ready') }),
          onChoose: () => change('not-ready', { reason: each, ...back(minutes) }),
        })),
        ...(duty === 'not-ready' ? returns() : []),
        {
          label: say('me.signed-out'),
          isChosen: duty === 'signed-out',
          group: say('me.end'),
          onChoose: () => change('signed-out'),
        },
        {
          label: say('me.absent'),
          isChosen: mine?.absence !== undefined,
          onChoose: beAbsent,
        },
        { label: say('attention.settings'), onChoose: onAttention },
        leaving(say('me.leave')),
      ]}
    />
  );

  function returns(): readonly MenuItem[] {
    return RETURNS_MINUTES.map((minutes, index) => ({
      label: say('me.back-in', { minutes }),
      ...(index === 0 && { group: say('me.back') }),
      onChoose: () =>
        change('not-ready', { ...(reason !== undefined && { reason }), ...back(minutes) }),
    }));
  }

  function beAbsent(): void {
    const untilAt = new Date(serverNow()).setHours(24, 0, 0, 0);
    answered(api.PUT('/api/v1/me/absence', { body: { untilAt } })).then(
      () => toast(say('me.absent-done'), () => give(api.DELETE('/api/v1/me/absence', {}))),
      tell,
    );
  }

  function change(state: Duty, rest: Pick<AgentPresence, 'reason' | 'returnAt'> = {}): void {
    give(api.POST('/api/v1/me/state', { body: { state, ...rest } }));
  }

  function give(asked: Parameters<typeof answered>[0]): void {
    answered(asked).catch(tell);
  }

  function tell(error: unknown): void {
    toast(error instanceof Refused ? error.message : say('sign-in.unreachable'));
  }
}

/** How I stand, as everybody sees it. A return that has passed is late, as a promise is. */
function Now({
  mine,
  isWorking,
}: {
  readonly mine: AgentPresence | undefined;
  /** Whether I carry anything: what a supervisor sees of me then is that. */
  readonly isWorking: boolean;
}) {
  const say = useWords();
  const now = useNow();
  if (mine === undefined) return <Presence presence="unknown" isNamed />;
  const { state, reason, absence } = mine;
  const known = REASON_WORDS[reason ?? ''];
  if (absence !== undefined && state !== 'ready') {
    return (
      <>
        <Presence presence={PRESENCE_OF[state]} isNamed />
        <span className="dim">
          · {say('me.absent-since', { until: returnText(absence.untilAt, now) })}
        </span>
      </>
    );
  }
  return (
    <>
      {state === 'ready' && isWorking ? (
        <Presence presence="busy" isNamed name={say('me.working')} />
      ) : (
        <Presence presence={PRESENCE_OF[state]} isNamed />
      )}
      {reason !== undefined && <span className="dim">· {known ? say(known) : reason}</span>}
      <Since mine={mine} now={now} />
    </>
  );
}

/** When I mean to be back, or since when I am away. */
function Since({
  mine: { state, returnAt, stateSince },
  now,
}: {
  readonly mine: AgentPresence;
  readonly now: number;
}) {
  const say = useWords();
  if (returnAt === undefined) {
    if (state === 'ready') return null;
    return <span className="dim">· {say('me.since', { at: stateSince })}</span>;
  }
  return (
    <span className={returnAt < now ? 'late' : 'dim'}>
      · {say(returnAt < now ? 'me.back-was' : 'me.back-at', { at: returnAt })}
    </span>
  );
}

function back(minutes: number | undefined): { readonly returnAt?: number } {
  return minutes === undefined ? {} : { returnAt: serverNow() + minutes * MINUTE_MS };
}

const REASON_WORDS: Readonly<Record<string, WordsId | undefined>> = {
  break: 'me.break',
  lunch: 'me.lunch',
  meeting: 'me.meeting',
  training: 'me.training',
  'ring-no-answer': 'me.ring-no-answer',
  outage: 'me.outage',
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
