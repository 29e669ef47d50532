import { once } from 'node:events';
import { asId, type Command, STANDARD_CAPACITY } from '@rapport/core';
import type { Scope, ServerMessage, TopicName, TopicParams, TopicState } from '@rapport/protocol';
import type { WebSocket } from 'ws';
import { type HttpCentre, openHttpCentre } from './http-centre.ts';
import { liveClient, openSocket, type TestLiveClient } from './live-socket.ts';

/** A centre that listens, things that happen in it, and clients that follow it. */
export interface LiveCentre extends HttpCentre {
  /** Gives a command, which must not be refused. */
  readonly give: (command: Command) => Promise<void>;
  /** An agent who is ready and has a skill of his own. */
  readonly newAgent: (id: string) => Promise<string>;
  /** An item that this agent alone can take. */
  readonly receiveFor: (agentId: string, workId: string, customerId?: string) => Promise<void>;
  /** Says something in an interaction, as its writers do. */
  readonly say: (
    interactionId: string,
    ordinal: number,
    text: string,
    centre?: string,
  ) => Promise<void>;
  /** A client with a key of these scopes. */
  readonly clientWith: (scopes: readonly Scope[], agentId?: string) => Promise<TestLiveClient>;
  /** A bare socket that has opened, with what it hears but for heartbeats, which may come any time. */
  readonly bare: (secret: string) => Promise<BareSocket>;
}

export interface BareSocket {
  readonly socket: WebSocket;
  readonly heard: readonly ServerMessage[];
}

/** Opens a centre with one promise, `calls`. */
export async function openLiveCentre(): Promise<LiveCentre> {
  const served = await openHttpCentre();
  const clients: TestLiveClient[] = [];
  let commandCount = 0;
  const give = async (command: Command): Promise<void> => {
    const commandId = `test:${++commandCount}`;
    const outcome = await served.centre.host.execute(command, { commandId, actor: 'test' });
    if (!outcome.ok) throw new Error(`${command.type} was refused: ${outcome.refusal.code}`);
  };
  const promiseId = asId<'promise'>('calls');
  await give({ type: 'define-promise', promiseId, targetMs: 20_000, shareRatio: 0.8 });
  return {
    ...served,
    give,
    newAgent: async (id) => {
      const agentId = asId<'agent'>(id);
      const skills = [{ skill: id, level: 3 }];
      await give({ type: 'register-agent', agentId, skills, capacity: STANDARD_CAPACITY });
      await give({ type: 'set-agent-state', agentId, state: 'ready' });
      return agentId;
    },
    receiveFor: (agentId, workId, customerId) =>
      give({
        type: 'receive-work',
        workId: asId(workId),
        channel: 'phone',
        requirements: [{ skill: agentId, minLevel: 1 }],
        promiseId,
        ...(customerId !== undefined && { customerId: asId<'customer'>(customerId) }),
      }),
    say: (interactionId, ordinal, text, centre = served.centre.name) =>
      keepMessage(served, { centre, interactionId, ordinal, text }),
    clientWith: async (scopes, agentId) => {
      const secret = await served.secretWith(scopes, agentId);
      const client = liveClient(() => served.address, secret);
      clients.push(client);
      return client;
    },
    bare: async (secret) => {
      const socket = openSocket(served.address, secret);
      const heard: ServerMessage[] = [];
      socket.on('message', (data: Buffer) => {
        const message = JSON.parse(data.toString()) as ServerMessage;
        if (message.kind !== 'heartbeat') heard.push(message);
      });
      await once(socket, 'open');
      return { socket, heard };
    },
    async [Symbol.asyncDispose]() {
      for (const client of clients) client.close();
      await served[Symbol.asyncDispose]();
    },
  };
}

/** Follows a topic and shows its latest state. */
export function follow<Name extends TopicName>(
  client: TestLiveClient,
  topic: Name,
  params: TopicParams<Name>,
): { state: TopicState<Name> | undefined } {
  const seen: { state: TopicState<Name> | undefined } = { state: undefined };
  client.subscribe<Name>({ topic, params, onState: (state) => (seen.state = state) });
  return seen;
}

/** What a client says to follow a topic. */
export function subscribing(id: string, topic: string, rest: object = {}): string {
  return JSON.stringify({ kind: 'subscribe', id, topic, ...rest });
}

interface Said {
  readonly centre: string;
  readonly interactionId: string;
  readonly ordinal: number;
  readonly text: string;
}

async function keepMessage(
  { centre: { database } }: HttpCentre,
  { centre, interactionId, ordinal, text }: Said,
): Promise<void> {
  const interaction = {
    centre,
    id: interactionId,
    customer_id: null,
    work_id: `work_of_${interactionId}`,
    channel: 'chat',
    pii_subject: null,
    started_at: 1,
    message_count: ordinal,
  };
  const message = {
    centre,
    interaction_id: interactionId,
    ordinal,
    id: `${interactionId}_${ordinal}`,
    author_kind: 'customer',
    author_id: null,
    pii_text: text,
    at: ordinal,
  };
  await database.kysely.transaction().execute(async (trx) => {
    await trx
      .insertInto('interaction')
      .values(interaction)
      .onConflict((conflict) =>
        conflict.columns(['centre', 'id']).doUpdateSet({ message_count: ordinal }),
      )
      .execute();
    await trx.insertInto('message').values(message).execute();
  });
}
