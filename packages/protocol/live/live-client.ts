import { type LiveWorld, openLine } from './live-line.ts';
import type { ServerMessage } from './live-messages.ts';
import { FOLDS, type TopicName, type TopicParams, type TopicState } from './topics.ts';

export interface LiveClient {
  /** Follows a topic until `end`, over as many sockets as it takes. */
  readonly subscribe: <Name extends TopicName>(wish: Wish<Name>) => { readonly end: () => void };
  readonly close: () => void;
}

/** What somebody wants to follow, and whom to tell. */
export interface Wish<Name extends TopicName> {
  readonly topic: Name;
  readonly params: TopicParams<Name>;
  /** Told each time, with the state so far. */
  readonly onState: (state: TopicState<Name>, position: number) => void;
  /** Told that the server declines, or shows it no longer (`reach-ended`); nothing more comes then. */
  readonly onProblem?: (problem: Problem) => void;
}

type Problem = Extract<ServerMessage, { kind: 'problem' }>;
type Content = Extract<ServerMessage, { kind: 'snapshot' | 'delta' | 'resync' }>;

/** A subscription over the life of many sockets. */
interface Following {
  readonly topic: TopicName;
  readonly params: unknown;
  /** Takes a state that the fold of the same topic made. */
  readonly onState: (state: unknown, position: number) => void;
  readonly onProblem: ((problem: Problem) => void) | undefined;
  /** Its name on the wire, a new one for each attempt, so that nothing of an earlier one counts. */
  wireId: string;
  /** Both undefined before the first snapshot. */
  state: unknown;
  position: number | undefined;
  /** Whether the server has answered this attempt; before, a heartbeat says nothing of it. */
  isInStep: boolean;
}

/**
 * Keeps states in step with the server: reconnects with growing pauses, asks for what came after its
 * positions, applies deltas in order, and begins afresh where one does not follow.
 */
export function createLiveClient(world: LiveWorld): LiveClient {
  const followings = new Map<string, Following>();
  let wireCount = 0;

  const ask = (following: Following): void => {
    followings.delete(following.wireId);
    following.wireId = `s${++wireCount}`;
    following.isInStep = false;
    followings.set(following.wireId, following);
    const { wireId: id, topic, params, position } = following;
    const known = position === undefined ? {} : { position };
    line.send({ kind: 'subscribe', id, topic, params, ...known });
  };

  const receive = (message: ServerMessage): void => {
    if (message.kind === 'heartbeat') {
      for (const following of followings.values()) advance(following, message.position);
      return;
    }
    const following = followings.get(message.id ?? '');
    if (following === undefined) return;
    if (message.kind === 'problem') {
      followings.delete(following.wireId);
      following.onProblem?.(message);
    } else if (!take(following, message)) {
      line.send({ kind: 'unsubscribe', id: following.wireId });
      following.position = undefined;
      ask(following);
    }
  };

  const line = openLine(world, {
    opened: () => {
      for (const following of [...followings.values()]) ask(following);
    },
    received: (text) => receive(JSON.parse(text) as ServerMessage),
  });

  return {
    subscribe({ topic, params, onState, onProblem }) {
      const following: Following = {
        topic,
        params,
        onState: onState as Following['onState'],
        onProblem,
        wireId: '',
        state: undefined,
        position: undefined,
        isInStep: false,
      };
      ask(following);
      return {
        end: () => {
          const { wireId: id } = following;
          if (followings.delete(id)) line.send({ kind: 'unsubscribe', id });
        },
      };
    },
    close: line.close,
  };
}

/** Takes a message in; false when it does not follow what is known. */
function take(following: Following, message: Content): boolean {
  const { topic, position } = following;
  if (message.kind === 'resync') {
    if (position === undefined) return false;
    following.position = Math.max(position, message.position);
    following.isInStep = true;
    return true;
  }
  if (message.kind === 'snapshot') {
    following.state = message.state;
    following.isInStep = true;
  } else {
    if (position === undefined || !follows(topic, position, message.position)) return false;
    const fold = FOLDS[topic] as (state: unknown, changes: unknown) => unknown;
    following.state = fold(following.state, message.changes);
  }
  following.position = message.position;
  following.onState(following.state, message.position);
  return true;
}

/**
 * Messages are counted without gaps; positions of the journal rise. Those of the floor and of cards may
 * stand still: more than one change may come at a position, and who could take what waits, and who is
 * in a team, is looked at now and then.
 */
function follows(topic: TopicName, before: number, position: number): boolean {
  if (topic === 'conversation') return position === before + 1;
  return topic === 'floor' || topic === 'my-cards' ? position >= before : position > before;
}

/** All up to there has come; a conversation's positions are not the journal's. */
function advance(following: Following, position: number): void {
  if (!following.isInStep || following.topic === 'conversation') return;
  following.position = Math.max(following.position ?? 0, position);
}
