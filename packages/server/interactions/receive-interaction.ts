import { asId, type Command, type Refusal, type Result } from '@rapport/core';
import type { RouteInput } from '@rapport/protocol';
import type { Kysely } from 'kysely';
import { isCustomer } from '../customers/find-customer.ts';
import type { Newcomers } from '../customers/newcomers.ts';
import { type KnownBy, normaliseIdentity } from '../customers/normalise-identity.ts';
import type { Envelope } from '../host/envelope.ts';
import type { Host } from '../host/host.ts';
import { createdId } from '../identity/mint-id.ts';
import type { KeptFiles, KeptInteraction } from '../store/kept.ts';
import type { Tables } from '../store/tables.ts';
import type { MessageFeed } from './message-feed.ts';
import { serviceOf } from './service-of.ts';

export interface IntakeRooms {
  readonly db: Kysely<Tables>;
  readonly centre: string;
  readonly host: Host;
  readonly messages: MessageFeed;
  readonly newcomers: Newcomers;
  /** Whose telephone numbers are read without their country. */
  readonly region: string | undefined;
}

export type Arrival = RouteInput<'receiveInteraction'>['body'] & {
  /** Of its first message; they came before it. */
  readonly files?: KeptFiles;
};

/** What came in, and where the history has it. */
export interface Received {
  readonly interactionId: string;
  readonly workId: string;
  readonly customerId?: string;
  readonly position: number;
}

/** Nobody has this id, or he was erased. */
export interface CustomerUnknown {
  readonly code: 'customer-unknown';
  readonly customerId: string;
}

/**
 * Takes an interaction in with its first words: the item for the desk, the interaction, its message
 * and, where his identity is new, the customer are durable together, or not at all. Given twice under
 * one id, it is taken in once.
 *
 * Cost: a share of the next look at the identities, and a share of the next append.
 * @throws what `Host.execute` throws.
 */
export async function receiveInteraction(
  rooms: IntakeRooms,
  arrival: Arrival,
  envelope: Pick<Envelope, 'commandId' | 'actor' | 'cause'>,
): Promise<Result<Received, Refusal | CustomerUnknown>> {
  const { customerId, identity } = arrival;
  if (identity === undefined) {
    if (customerId !== undefined && !(await isCustomer(rooms.db, rooms.centre, customerId))) {
      return { ok: false, refusal: { code: 'customer-unknown', customerId } };
    }
    return await take(rooms, arrival, envelope, customerId === undefined ? {} : { customerId });
  }
  if (customerId !== undefined) return fieldRefusal('identity', 'none where customerId is given');
  const known = normaliseIdentity(identity, rooms.region);
  if (!known.ok) return fieldRefusal('identity.value', known.refusal);
  const newId = createdId('customer', envelope.commandId);
  return await rooms.newcomers.find(known.value, newId, ({ customerId: found, isNew }) => {
    const newcomer = isNew ? { newcomer: known.value } : {};
    return take(rooms, arrival, envelope, { customerId: found, ...newcomer });
  });
}

/** Whose interaction it is, if anybody knows, and what makes him if he is new. */
interface Asker {
  readonly customerId?: string;
  readonly newcomer?: KnownBy;
}

async function take(
  rooms: IntakeRooms,
  arrival: Arrival,
  envelope: Pick<Envelope, 'commandId' | 'actor' | 'cause'>,
  asker: Asker,
): Promise<Result<Received, Refusal>> {
  const { commandId } = envelope;
  const { host, messages } = rooms;
  const keep = keptOf(arrival, commandId, asker);
  const { interactionId, workId, customerId } = keep;
  const { divisionId, caseType } = arrival;
  const known = customerId === undefined ? {} : { customerId };
  const served = await serviceOf(rooms, { ...known, divisionId, caseType });
  const command = { ...commandOf(arrival, commandId, asker), ...served };
  const outcome = await host.execute(command, { ...envelope, keep });
  if (!outcome.ok) return outcome;
  if (keep.message !== undefined) messages.tell({ interactionId, ordinal: 1 });
  const { position } = outcome;
  return {
    ok: true,
    value: { interactionId, workId, ...(customerId !== undefined && { customerId }), position },
  };
}

function commandOf(
  { channel, requirements, isProficiencyFirst, promiseId, priority, topic, matterId }: Arrival,
  commandId: string,
  { customerId }: Asker,
): Command {
  return {
    type: 'receive-work',
    workId: createdId('work', commandId),
    channel,
    ...(customerId !== undefined && { customerId: asId<'customer'>(customerId) }),
    requirements,
    ...(isProficiencyFirst !== undefined && { isProficiencyFirst }),
    ...(promiseId !== undefined && { promiseId: asId<'promise'>(promiseId) }),
    ...(priority !== undefined && { priority }),
    ...(topic !== undefined && { topic }),
    ...(matterId !== undefined && { matterId: asId<'matter'>(matterId) }),
  };
}

function keptOf(
  { channel, piiSubject, piiText, files }: Arrival,
  commandId: string,
  asker: Asker,
): KeptInteraction {
  return {
    interactionId: createdId('interaction', commandId),
    workId: createdId('work', commandId),
    channel,
    ...asker,
    ...(piiSubject !== undefined && { piiSubject }),
    ...(piiText !== undefined && {
      message: { id: createdId('message', commandId), piiText, ...(files && { files }) },
    }),
  };
}

function fieldRefusal(
  field: string,
  expected: string,
): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: { code: 'field-invalid', field, expected } };
}
