import type { DeskEvent } from '@rapport/core';
import { Type } from 'typebox';
import type { Route } from './route.ts';
import { At, listQuery, page, Remark, Text } from './schemas.ts';

const strict = { additionalProperties: false } as const;
const administer = {
  roles: ['administrator'],
  scope: 'webhooks:write',
  reach: 'centre',
} as const;
const ofWebhook = Type.Object({ webhookId: Text }, strict);
const ofDelivery = Type.Object({ webhookId: Text, eventId: Text }, strict);

// Core may be imported for its types alone; the compiler holds this list to core's.
const EVENT_TYPES = {
  'agent-registered': true,
  'agent-changed': true,
  'agent-retired': true,
  'agent-state-changed': true,
  'busy-intervals-set': true,
  'agent-busy-began': true,
  'agent-busy-ended': true,
  'roster-set': true,
  'skill-kinds-set': true,
  'work-relaxed': true,
  'wind-down-began': true,
  'wind-down-ended': true,
  'absence-declared': true,
  'absence-cancelled': true,
  'absence-ended': true,
  'agent-reachability-changed': true,
  'calendar-defined': true,
  'promise-defined': true,
  'agreement-defined': true,
  'policy-set': true,
  'bond-changed': true,
  'bond-earned': true,
  'account-bond-changed': true,
  'customer-placed': true,
  'bond-wishes-set': true,
  'customers-merged': true,
  'customers-split': true,
  'credit-granted': true,
  'credit-ended': true,
  'emergency-declared': true,
  'emergency-ended': true,
  'outage-suspected': true,
  'outage-ended': true,
  'bonds-rehomed': true,
  'bonds-restored': true,
  'work-received': true,
  'work-offered': true,
  'work-queued': true,
  'work-reserved': true,
  'wait-chosen': true,
  'callback-promised': true,
  'callback-missed': true,
  'callback-met': true,
  'reservation-ended': true,
  'offer-accepted': true,
  'offer-declined': true,
  'offer-expired': true,
  'offer-withdrawn': true,
  'exclusion-ended': true,
  'work-transferred': true,
  'work-assigned': true,
  'work-held': true,
  'work-resumed': true,
  'work-deferred': true,
  'deferral-ended': true,
  'deferral-handed': true,
  'work-recalled': true,
  'work-linked': true,
  'work-unlinked': true,
  'work-paused': true,
  'pause-ended': true,
  'work-promised': true,
  'alert-raised': true,
  'alert-escalated': true,
  'alert-acknowledged': true,
  'work-released': true,
  'work-interrupted': true,
  'interruption-ended': true,
  'work-wrapped-up': true,
  'wrap-up-extended': true,
  'wrap-up-ended': true,
  'customer-awaited': true,
  'customer-fell-silent': true,
  'customer-heard': true,
  'work-completed': true,
  'work-abandoned': true,
  'desk-resumed': true,
} satisfies Readonly<Record<DeskEvent['type'], true>>;

const EventType = Type.Enum(Object.keys(EVENT_TYPES) as DeskEvent['type'][]);

const Terms = {
  url: Type.String({
    minLength: 1,
    maxLength: 2_000,
    pattern: '^[^\\p{Cc}\\p{Cs}]+$',
    description: 'Where to: https, and a public host unless the settings list it.',
  }),
  eventTypes: Type.Optional(
    Type.Array(EventType, {
      minItems: 1,
      maxItems: 100,
      uniqueItems: true,
      description: 'Left out: all, those of later releases too.',
    }),
  ),
  description: Type.Optional({ ...Remark, default: '' }),
  isEnabled: Type.Optional(Type.Boolean({ default: true })),
};

/** An address that is told what happens. Its secret is never shown again. */
const Webhook = {
  webhookId: Text,
  url: Type.String(),
  eventTypes: Type.Optional(Type.Array(EventType)),
  description: Type.String(),
  isEnabled: Type.Boolean(),
  disabledReason: Type.Optional(
    Type.Enum(['gone', 'failing'], {
      description:
        'Why the centre disabled it: the receiver answered 410, or failed for five days.',
    }),
  ),
  failingSince: Type.Optional(At),
  previousSecretUntil: Type.Optional(At),
  createdAt: At,
};

const Secret = Type.String({
  description: 'Signs what is sent, as Standard Webhooks has it. Shown this once.',
});

const DeliveryState = Type.Enum(['waiting', 'delivered', 'dead']);

/** One event on its way to one webhook. */
const Delivery = Type.Object(
  {
    eventId: Text,
    eventType: Text,
    at: At,
    state: DeliveryState,
    attemptCount: Type.Integer(),
    lastStatus: Type.Optional(Type.Integer()),
    lastError: Type.Optional(Type.String({ description: 'A code, such as `timeout`.' })),
    nextAt: Type.Optional(At),
    settledAt: Type.Optional(At),
  },
  strict,
);

export const WEBHOOK_ROUTES = {
  createWebhook: {
    method: 'POST',
    path: '/api/v1/webhooks',
    summary: 'Tells an address what happens from now on; answers with the secret that signs it.',
    access: administer,
    body: Type.Object(Terms, strict),
    answer: Type.Object({ ...Webhook, secret: Secret }, strict),
    status: 201,
  },
  listWebhooks: {
    method: 'GET',
    path: '/api/v1/webhooks',
    summary: 'Lists webhooks, the oldest first.',
    access: administer,
    query: listQuery({}),
    answer: page(Type.Object(Webhook, strict)),
  },
  getWebhook: {
    method: 'GET',
    path: '/api/v1/webhooks/:webhookId',
    summary: 'One webhook.',
    access: administer,
    params: ofWebhook,
    answer: Type.Object(Webhook, strict),
  },
  changeWebhook: {
    method: 'PUT',
    path: '/api/v1/webhooks/:webhookId',
    summary: 'Replaces the terms of a webhook; its secret stays.',
    access: administer,
    params: ofWebhook,
    body: Type.Object(Terms, strict),
    answer: Type.Object(Webhook, strict),
  },
  deleteWebhook: {
    method: 'DELETE',
    path: '/api/v1/webhooks/:webhookId',
    summary: 'Removes a webhook with all that is on its way to it.',
    access: administer,
    params: ofWebhook,
    answer: Type.Object({}, strict),
  },
  rotateWebhookSecret: {
    method: 'POST',
    path: '/api/v1/webhooks/:webhookId/rotate-secret',
    summary: 'Makes a new secret; the one before signs too for 24 hours.',
    access: administer,
    params: ofWebhook,
    answer: Type.Object({ secret: Secret, previousSecretUntil: At }, strict),
  },
  testWebhook: {
    method: 'POST',
    path: '/api/v1/webhooks/:webhookId/test',
    summary: 'Sends a test event at once, and answers with what came of it.',
    access: administer,
    params: ofWebhook,
    answer: Type.Object(
      {
        isDelivered: Type.Boolean(),
        status: Type.Optional(Type.Integer()),
        error: Type.Optional(Type.String({ description: 'A code, such as `timeout`.' })),
      },
      strict,
    ),
  },
  listWebhookDeliveries: {
    method: 'GET',
    path: '/api/v1/webhooks/:webhookId/deliveries',
    summary: 'Lists what a webhook was told or is to be told, the latest event first.',
    access: administer,
    params: ofWebhook,
    query: listQuery({ state: Type.Optional(DeliveryState) }),
    answer: page(Delivery),
  },
  replayWebhookDelivery: {
    method: 'POST',
    path: '/api/v1/webhooks/:webhookId/deliveries/:eventId/replay',
    summary: 'Tells a webhook an event again.',
    access: administer,
    params: ofDelivery,
    answer: Type.Object({}, strict),
  },
  replayDeadWebhookDeliveries: {
    method: 'POST',
    path: '/api/v1/webhooks/:webhookId/replay-dead',
    summary: 'Tells a webhook again all that it could not be told.',
    access: administer,
    params: ofWebhook,
    answer: Type.Object({ replayedCount: Type.Integer() }, strict),
  },
} as const satisfies Readonly<Record<string, Route>>;
