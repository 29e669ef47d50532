import { asId } from '@rapport/core';
import type { Problem } from '@rapport/protocol';
import { createdId } from '../identity/mint-id.ts';
import type { Principal } from '../identity/principal.ts';
import { readAttachment, takeAttachment } from '../interactions/attachments.ts';
import { type OpenItem, openItem } from '../interactions/open-item.ts';
import { isAgent } from '../agents/is-agent.ts';
import { fieldProblem } from './problems.ts';
import { answer, type Call, forbidden, type Handler, notFound, type Rooms } from './respond.ts';

type ActName = 'markRead' | 'tellTyping' | 'askForHelp' | 'endHelp' | 'addAttachment';

export const markRead: Handler<'markRead'> = async (call, rooms) => {
  const party = partyOf(call.principal, call.body.from);
  if (!party.ok) return party;
  const { agentId } = party;
  const { interactionId } = call.params;
  if (agentId !== undefined) {
    const carried = await carriedBy(call, rooms, agentId);
    // Whoever only looks on has read it for nobody.
    if (!carried.ok) return carried.problem.status === 403 ? answer({}) : carried;
  }
  const column = agentId === undefined ? 'customer_read_ordinal' : 'read_ordinal';
  const { ordinal } = call.body;
  const changed = await rooms.db
    .updateTable('interaction')
    .set((build) => ({
      [column]: build.fn('least', [build.val(ordinal), build.ref('message_count')]),
    }))
    .where('centre', '=', rooms.centre)
    .where('id', '=', interactionId)
    .where(column, '<', ordinal)
    .returning('id')
    .executeTakeFirst();
  if (changed !== undefined) rooms.signs.changed(interactionId);
  return answer({});
};

export const tellTyping: Handler<'tellTyping'> = (call, { signs }) => {
  const party = partyOf(call.principal, call.body.from);
  if (!party.ok) return Promise.resolve(party);
  signs.typed(call.params.interactionId, party.agentId ?? 'customer');
  return Promise.resolve(answer({}));
};

export const askForHelp: Handler<'askForHelp'> = async (call, rooms) => {
  const carried = await carriedBy(call, rooms);
  if (!carried.ok) return carried;
  const { interactionId } = call.params;
  const { agentId } = call.body;
  const { db, centre } = rooms;
  if (agentId === carried.agentId) return fieldProblem('agentId', 'somebody else');
  if (!(await isAgent(db, centre, asId<'agent'>(agentId)))) {
    return fieldProblem('agentId', 'an agent of this centre');
  }
  await db
    .insertInto('help_request')
    .values({
      centre,
      interaction_id: interactionId,
      agent_id: agentId,
      asked_by: carried.agentId,
      asked_at: Date.now(),
    })
    .onConflict((conflict) =>
      conflict.columns(['centre', 'interaction_id', 'agent_id']).doNothing(),
    )
    .execute();
  rooms.signs.changed(interactionId, agentId);
  return answer({});
};

export const endHelp: Handler<'endHelp'> = async (call, rooms) => {
  const me = call.principal.agentId;
  if (me === undefined) return forbidden('Only an agent can do this.');
  const { agentId = me } = call.body;
  if (agentId !== me) {
    const carried = await carriedBy(call, rooms);
    if (!carried.ok) return carried;
  }
  const { interactionId } = call.params;
  await rooms.db
    .deleteFrom('help_request')
    .where('centre', '=', rooms.centre)
    .where('interaction_id', '=', interactionId)
    .where('agent_id', '=', agentId)
    .execute();
  rooms.signs.changed(interactionId, agentId);
  return answer({});
};

export const addAttachment: Handler<'addAttachment'> = async (call, rooms) => {
  const party = partyOf(call.principal, call.query.from);
  if (!party.ok) return party;
  const item = await itemOf(call, rooms);
  if (!item.ok) return item;
  if (party.agentId !== undefined && !isCarriedBy(item.item, party.agentId)) return NOT_YOURS;
  const taken = await takeAttachment(
    rooms,
    {
      id: createdId('attachment', call.commandId),
      interactionId: call.params.interactionId,
      authorId: party.agentId ?? null,
      commandId: call.commandId,
    },
    call.body,
  );
  return 'attachmentId' in taken ? answer(taken) : { ok: false, problem: taken };
};

export const getAttachment: Handler<'getAttachment'> = async (call, rooms) => {
  const { interactionId, attachmentId } = call.params;
  const file = await readAttachment(rooms, {
    id: attachmentId,
    interactionId,
    authorId: call.principal.agentId ?? null,
  });
  return file === undefined ? notFound(`file ${attachmentId}`) : answer(file);
};

/** Who acts: an agent, or with a key that names none the customer. */
function partyOf({ kind, agentId }: Principal, from: 'customer' | undefined) {
  if (from === undefined) {
    return agentId === undefined
      ? forbidden('Only an agent can do this; a key that is none says "from": "customer".')
      : ({ ok: true, agentId } as const);
  }
  return kind === 'key' && agentId === undefined
    ? ({ ok: true, agentId: undefined } as const)
    : forbidden('Only a key that acts as no agent speaks for a customer.');
}

const NOT_YOURS = {
  ok: false,
  problem: {
    type: 'work-not-yours',
    title: 'Only the agent who carries it can do this.',
    status: 403,
  } satisfies Problem,
} as const;

/** The caller as the agent who carries the item of this interaction, or why he is not. */
async function carriedBy(
  call: Call<ActName>,
  rooms: Rooms,
  agentId = call.principal.agentId,
): Promise<
  | { readonly ok: true; readonly agentId: string }
  | { readonly ok: false; readonly problem: Problem }
> {
  if (agentId === undefined) return forbidden('Only an agent can do this.');
  const item = await itemOf(call, rooms);
  if (!item.ok) return item;
  return isCarriedBy(item.item, agentId) ? { ok: true, agentId } : NOT_YOURS;
}

function isCarriedBy({ agentId, status }: OpenItem, byAgentId: string): boolean {
  return agentId === byAgentId && status !== 'offered';
}

async function itemOf(
  { params: { interactionId } }: Call<ActName>,
  { db, centre, host }: Rooms,
): Promise<
  { readonly ok: true; readonly item: OpenItem } | { readonly ok: false; readonly problem: Problem }
> {
  const row = await db
    .selectFrom('interaction')
    .select('work_id')
    .where('centre', '=', centre)
    .where('id', '=', interactionId)
    .executeTakeFirst();
  if (row === undefined) return notFound(`interaction ${interactionId}`);
  const item = await openItem(host, row.work_id);
  if (item !== undefined) return { ok: true, item };
  const title = 'This interaction is over.';
  return { ok: false, problem: { type: 'interaction-over', title, status: 409 } };
}
