import type { Problem, RouteAnswer } from '@rapport/protocol';
import { SecretUnreadable } from '../secrets/secret-box.ts';
import { eventIdOf, eventPlaceOf } from '../webhooks/cloud-event.ts';
import {
  type Delivery,
  listDeliveries,
  replayDead,
  replayDelivery,
} from '../webhooks/deliveries.ts';
import { TargetRefused } from '../webhooks/target-connector.ts';
import {
  changeWebhook as change,
  createWebhook as create,
  deleteWebhook as remove,
  findWebhook,
  rotateSecret,
  webhookRows,
  type WebhookRow,
  WebhooksTooMany,
  type WebhookTerms,
} from '../webhooks/webhooks.ts';
import { type Cursor, cursorProblem, pageOf, readCursor } from './pages.ts';
import { answer, type Call, type Handler, notFound, type Response, type Rooms } from './respond.ts';

type WebhookAnswer = RouteAnswer<'getWebhook'>;
type DeliveryAnswer = RouteAnswer<'listWebhookDeliveries'>['items'][number];

export const createWebhook: Handler<'createWebhook'> = async (call, rooms) => {
  const terms = await checkedTerms(call, rooms);
  if (!terms.ok) return terms;
  return await orProblem(async () => {
    const request = { actor: call.principal.id, commandId: call.commandId };
    const { row, secret } = await create(rooms.webhooks.rooms, request, terms.answer);
    rooms.webhooks.poke(row.id);
    return answer({ ...webhookAnswer(row), secret });
  });
};

export const listWebhooks: Handler<'listWebhooks'> = async ({ query }, { db, centre }) => {
  const { limit = 50 } = query;
  const cursor = readCursor(query.cursor);
  if (!cursor.ok) return cursor;
  const rows = await webhookRows(db, centre, { after: cursor.answer, limit: limit + 1 });
  const lastOf = (item: WebhookAnswer): Cursor => ({ key: item.createdAt, id: item.webhookId });
  return answer(pageOf(rows.map(webhookAnswer), limit, lastOf));
};

export const getWebhook: Handler<'getWebhook'> = async ({ params }, { db, centre }) => {
  const row = await findWebhook(db, centre, params.webhookId);
  return row === undefined ? noWebhook(params) : answer(webhookAnswer(row));
};

export const changeWebhook: Handler<'changeWebhook'> = async (call, rooms) => {
  const { webhookId } = call.params;
  const terms = await checkedTerms(call, rooms);
  if (!terms.ok) return terms;
  const asked = { actor: call.principal.id, id: webhookId };
  const row = await change(rooms.webhooks.rooms, asked, terms.answer);
  if (row === undefined) return noWebhook(call.params);
  rooms.webhooks.poke(webhookId);
  return answer(webhookAnswer(row));
};

export const deleteWebhook: Handler<'deleteWebhook'> = async ({ params, principal }, rooms) => {
  const asked = { actor: principal.id, id: params.webhookId };
  return (await remove(rooms, asked)) ? answer({}) : noWebhook(params);
};

export const rotateWebhookSecret: Handler<'rotateWebhookSecret'> = async (call, rooms) =>
  await orProblem(async () => {
    const { principal, commandId, params } = call;
    const request = { actor: principal.id, commandId };
    const rotated = await rotateSecret(rooms.webhooks.rooms, request, params.webhookId);
    if (rotated === undefined) return noWebhook(params);
    const { secret, previousUntil } = rotated;
    return answer({ secret, previousSecretUntil: previousUntil });
  });

export const testWebhook: Handler<'testWebhook'> = async ({ params }, { webhooks }) =>
  await orProblem(async () => {
    const came = await webhooks.test(params.webhookId);
    if (came === undefined) return noWebhook(params);
    return answer({
      isDelivered: came.ok,
      ...(came.status !== undefined && { status: came.status }),
      ...(!came.ok && { error: came.fault }),
    });
  });

export const listWebhookDeliveries: Handler<'listWebhookDeliveries'> = async (
  { params, query },
  { db, centre },
) => {
  const { webhookId } = params;
  const { limit = 50, state } = query;
  const cursor = readCursor(query.cursor);
  if (!cursor.ok) return cursor;
  const before = cursor.answer && eventPlaceOf(centre, cursor.answer.id);
  if (cursor.answer !== undefined && before === undefined) return cursorProblem();
  if ((await findWebhook(db, centre, webhookId)) === undefined) return noWebhook(params);
  const asked = { state, before, limit: limit + 1 };
  const rows = await listDeliveries(db, { centre, webhookId }, asked);
  const lastOf = (item: DeliveryAnswer): Cursor => ({ key: 0, id: item.eventId });
  return answer(pageOf(rows.map(deliveryAnswer), limit, lastOf));
};

export const replayWebhookDelivery: Handler<'replayWebhookDelivery'> = async (
  { params },
  { db, centre, webhooks },
) => {
  const { webhookId, eventId } = params;
  const place = eventPlaceOf(centre, eventId);
  const delivery = place && { ...place, webhookId };
  const isThere = delivery && (await replayDelivery(db, delivery, webhooks.rooms.now()));
  if (isThere !== true) return notFound(`delivery of ${eventId} to webhook ${webhookId}`);
  webhooks.poke(webhookId);
  return answer({});
};

export const replayDeadWebhookDeliveries: Handler<'replayDeadWebhookDeliveries'> = async (
  { params },
  { db, centre, webhooks },
) => {
  const { webhookId } = params;
  if ((await findWebhook(db, centre, webhookId)) === undefined) return noWebhook(params);
  const replayedCount = await replayDead(db, { centre, webhookId }, webhooks.rooms.now());
  webhooks.poke(webhookId);
  return answer({ replayedCount });
};

async function checkedTerms(
  { body }: Pick<Call<'createWebhook'>, 'body'>,
  { webhooks }: Rooms,
): Promise<Response<WebhookTerms>> {
  const { eventTypes, description = '', isEnabled = true } = body;
  const url = URL.canParse(body.url) ? new URL(body.url) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) return urlProblem('an https address');
  if (url.username !== '' || url.password !== '') {
    return urlProblem('an address without user and password');
  }
  try {
    await webhooks.requirePermitted(url);
  } catch (error) {
    return urlProblem(
      error instanceof TargetRefused
        ? 'an https address of a public host, or one that RAPPORT_WEBHOOK_PRIVATE_HOSTS lists'
        : 'an address whose host can be found',
    );
  }
  return answer({ url: url.href, eventTypes, description, isEnabled });
}

async function orProblem<Answer>(work: () => Promise<Response<Answer>>): Promise<Response<Answer>> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof WebhooksTooMany || error instanceof SecretUnreadable)) throw error;
    return { ok: false, problem: { type: error.code, title: `${error.message}.`, status: 409 } };
  }
}

interface Refused {
  readonly ok: false;
  readonly problem: Problem;
}

function urlProblem(expected: string): Refused {
  const title = `url is not valid; expected ${expected}.`;
  const problem = { type: 'field-invalid', title, status: 400, field: 'url', expected };
  return { ok: false, problem };
}

function noWebhook({ webhookId }: { readonly webhookId: string }): Refused {
  return notFound(`webhook ${webhookId}`);
}

function webhookAnswer(row: WebhookRow): WebhookAnswer {
  return {
    webhookId: row.id,
    url: row.url,
    ...(row.event_types !== null && {
      eventTypes: [...row.event_types] as NonNullable<WebhookAnswer['eventTypes']>,
    }),
    description: row.description,
    isEnabled: row.is_enabled,
    ...(row.disabled_reason !== null && {
      disabledReason: row.disabled_reason as NonNullable<WebhookAnswer['disabledReason']>,
    }),
    ...(row.failing_since !== null && { failingSince: row.failing_since }),
    ...(row.previous_until !== null && { previousSecretUntil: row.previous_until }),
    createdAt: row.created_at,
  };
}

function deliveryAnswer(row: Delivery): DeliveryAnswer {
  const state = row.state as DeliveryAnswer['state'];
  return {
    eventId: eventIdOf(row),
    eventType: row.event_type,
    at: row.at,
    state,
    attemptCount: row.attempt_count,
    ...(row.last_status !== null && { lastStatus: row.last_status }),
    ...(row.last_error !== null && { lastError: row.last_error }),
    ...(state === 'waiting' && { nextAt: row.next_at }),
    ...(row.settled_at !== null && { settledAt: row.settled_at }),
  };
}
