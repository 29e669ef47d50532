import { hash } from 'node:crypto';
import type { DeskEvent } from '@rapport/core';
import type { Kysely, Selectable, Transaction } from 'kysely';
import { CommandIdReused } from '../host/host-faults.ts';
import { createdId } from '../identity/mint-id.ts';
import { type SecretBox, SecretUnreadable } from '../secrets/secret-box.ts';
import type { Tables } from '../store/tables.ts';
import type { WebhookTable } from '../store/webhook-tables.ts';
import { dropDeliveries } from './deliveries.ts';
import { holdFollower } from './delivery-follower.ts';
import { newSigningSecret } from './sign-message.ts';

/** Each may have a few requests under way; so many of them cannot exhaust this process. */
const WEBHOOKS_MAX = 50;
/** How long the old secret signs beside the new one, so that receivers can change over. */
const ROTATION_MS = 24 * 3_600_000;

/** Whose webhooks they are, and what opens their secrets. */
export interface WebhookRooms {
  readonly db: Kysely<Tables>;
  readonly centre: string;
  readonly box: SecretBox;
  readonly now: () => number;
  /** Of the last durable row. */
  readonly position: () => number;
}

/** Who asks, and under which id: asked twice under one id, it is done once. */
export interface WebhookRequest {
  readonly actor: string;
  readonly commandId: string;
}

/** What administrators say of a webhook. */
export interface WebhookTerms {
  /** Permitted (`permittedAddresses`). */
  readonly url: string;
  /** All when left out, those of later releases too. */
  readonly eventTypes?: readonly DeskEvent['type'][] | undefined;
  readonly description: string;
  readonly isEnabled: boolean;
}

export type WebhookRow = Selectable<WebhookTable>;

/** There are as many webhooks as one centre may have. */
export class WebhooksTooMany extends Error {
  override readonly name = 'WebhooksTooMany';
  readonly code = 'webhooks-too-many';
  readonly retryable = false;

  constructor() {
    super(`a centre has at most ${WEBHOOKS_MAX} webhooks; delete one that is not needed`);
  }
}

/**
 * Makes a webhook that is told of what happens from now on; a retry returns the one that was made.
 *
 * @throws {CommandIdReused} the id belongs to another request. @throws {WebhooksTooMany}
 */
export async function createWebhook(
  { db, centre, box, now, position }: WebhookRooms,
  { actor, commandId }: WebhookRequest,
  terms: WebhookTerms,
): Promise<{ readonly row: WebhookRow; readonly secret: string }> {
  const id = createdId('webhook', commandId);
  const requestHash = hash('sha256', JSON.stringify(columnsOf(terms)), 'base64url');
  return await db.transaction().execute(async (trx) => {
    const followed = await holdFollower(trx, centre);
    const known = await findWebhook(trx, centre, id);
    if (known !== undefined) {
      if (known.request_hash !== requestHash) throw new CommandIdReused(commandId);
      return { row: known, secret: box.open(known.secret, id) };
    }
    await refuseTooMany(trx, centre);
    const secret = newSigningSecret();
    const row = await trx
      .insertInto('webhook')
      .values({
        centre,
        id,
        ...columnsOf(terms),
        from_seq: Math.max(position(), followed),
        secret: box.seal(secret, id),
        request_hash: requestHash,
        created_at: now(),
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await note(trx, { centre, actor, action: 'create-webhook', subject: id });
    return { row, secret };
  });
}

/**
 * Replaces the terms of a webhook and returns it; undefined when there is none. One that is enabled
 * anew is told of what happens from now on.
 */
export async function changeWebhook(
  { db, centre, position }: WebhookRooms,
  { actor, id }: { readonly actor: string; readonly id: string },
  terms: WebhookTerms,
): Promise<WebhookRow | undefined> {
  return await db.transaction().execute(async (trx) => {
    const followed = await holdFollower(trx, centre);
    const known = await findWebhook(trx, centre, id);
    if (known === undefined) return undefined;
    const isBack = terms.isEnabled && !known.is_enabled;
    await note(trx, { centre, actor, action: 'change-webhook', subject: id });
    return await trx
      .updateTable('webhook')
      .set({
        ...columnsOf(terms),
        disabled_reason: null,
        failing_since: null,
        ...(isBack && { from_seq: Math.max(position(), followed) }),
      })
      .where('centre', '=', centre)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
  });
}

/** Removes a webhook with all that is on its way to it; returns whether there was one. */
export async function deleteWebhook(
  { db, centre }: Pick<WebhookRooms, 'db' | 'centre'>,
  { actor, id }: { readonly actor: string; readonly id: string },
): Promise<boolean> {
  // First nothing is written down for it any more; the row goes last, so that a crash in between
  // leaves something that can be deleted again.
  const isKnown = await db.transaction().execute(async (trx) => {
    await holdFollower(trx, centre);
    return await disable(trx, { centre, id, reason: null });
  });
  if (!isKnown) return false;
  await dropDeliveries(db, { centre, webhookId: id });
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom('webhook').where('centre', '=', centre).where('id', '=', id).execute();
    await note(trx, { centre, actor, action: 'delete-webhook', subject: id });
  });
  return true;
}

/**
 * Gives a webhook a new secret and returns it; the one before signs too for a day. Undefined when
 * there is no such webhook.
 */
export async function rotateSecret(
  { db, centre, box, now }: WebhookRooms,
  { actor, commandId }: WebhookRequest,
  id: string,
): Promise<{ readonly secret: string; readonly previousUntil: number } | undefined> {
  return await db.transaction().execute(async (trx) => {
    const known = await findWebhook(trx, centre, id, 'locked');
    if (known === undefined) return undefined;
    if (known.rotated_by === commandId && known.previous_until !== null) {
      return { secret: box.open(known.secret, id), previousUntil: known.previous_until };
    }
    const secret = newSigningSecret();
    const previousUntil = now() + ROTATION_MS;
    await trx
      .updateTable('webhook')
      .set({
        secret: box.seal(secret, id),
        // One that cannot be read any more signs nothing, and would keep the new one from signing.
        previous_secret: isReadable(known, box) ? known.secret : null,
        previous_until: previousUntil,
        rotated_by: commandId,
      })
      .where('centre', '=', centre)
      .where('id', '=', id)
      .execute();
    await note(trx, { centre, actor, action: 'rotate-webhook-secret', subject: id });
    return { secret, previousUntil };
  });
}

function isReadable({ id, secret }: WebhookRow, box: SecretBox): boolean {
  try {
    box.open(secret, id);
    return true;
  } catch (error) {
    if (error instanceof SecretUnreadable) return false;
    throw error;
  }
}

/** A webhook; undefined when there is none. */
export async function findWebhook(
  db: Kysely<Tables>,
  centre: string,
  id: string,
  lock?: 'locked',
): Promise<WebhookRow | undefined> {
  const select = db
    .selectFrom('webhook')
    .selectAll()
    .where('centre', '=', centre)
    .where('id', '=', id);
  return await (lock === undefined ? select : select.forUpdate()).executeTakeFirst();
}

/** Webhooks of a centre, the oldest first. */
export async function webhookRows(
  db: Kysely<Tables>,
  centre: string,
  { after, limit }: { after: { key: number; id: string } | undefined; limit: number },
): Promise<readonly WebhookRow[]> {
  let select = db.selectFrom('webhook').selectAll().where('centre', '=', centre);
  if (after !== undefined) {
    select = select.where((build) =>
      build(build.refTuple('created_at', 'id'), '>', build.tuple(after.key, after.id)),
    );
  }
  return await select.orderBy('created_at').orderBy('id').limit(limit).execute();
}

/** The secrets that sign what goes to a webhook now. @throws {SecretUnreadable} */
export function signingSecrets(
  { id, secret, previous_secret, previous_until }: WebhookRow,
  { box, now }: Pick<WebhookRooms, 'box' | 'now'>,
): readonly string[] {
  const isBoth = previous_secret !== null && (previous_until ?? 0) > now();
  return [secret, ...(isBoth ? [previous_secret] : [])].map((sealed) => box.open(sealed, id));
}

/** Stops telling a webhook; `reason` is ours, null when somebody asked for it. */
export async function disable(
  db: Kysely<Tables>,
  { centre, id, reason }: { centre: string; id: string; reason: 'gone' | 'failing' | null },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('webhook')
    .set({ is_enabled: false, disabled_reason: reason })
    .where('centre', '=', centre)
    .where('id', '=', id)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

async function refuseTooMany(trx: Transaction<Tables>, centre: string): Promise<void> {
  const { count } = await trx
    .selectFrom('webhook')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('centre', '=', centre)
    .executeTakeFirstOrThrow();
  if (count >= WEBHOOKS_MAX) throw new WebhooksTooMany();
}

function columnsOf({ url, eventTypes, description, isEnabled }: WebhookTerms) {
  return {
    url,
    event_types: eventTypes === undefined ? null : [...eventTypes],
    description,
    is_enabled: isEnabled,
  };
}

async function note(
  trx: Transaction<Tables>,
  entry: Readonly<Record<'centre' | 'actor' | 'action' | 'subject', string>>,
): Promise<void> {
  await trx.insertInto('audit_trail').values(entry).execute();
}
