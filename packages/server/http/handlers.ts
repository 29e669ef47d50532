import type { RouteName } from '@rapport/protocol';
import {
  changeAgent,
  createAgent,
  getAgent,
  listAgents,
  setAgentState,
  setBusyIntervals,
  setMyState,
} from './agent-handlers.ts';
import { changeBond, defineCalendar, definePromise, getBond, getPromise } from './bond-handlers.ts';
import { receiveEvents } from './event-handlers.ts';
import { receiveInteraction } from './interaction-handlers.ts';
import type { Handler } from './respond.ts';
import {
  changeWebhook,
  createWebhook,
  deleteWebhook,
  getWebhook,
  listWebhookDeliveries,
  listWebhooks,
  replayDeadWebhookDeliveries,
  replayWebhookDelivery,
  rotateWebhookSecret,
  testWebhook,
} from './webhook-handlers.ts';
import {
  abandonWork,
  acceptOffer,
  completeWork,
  declineOffer,
  getWork,
  holdWork,
  listWork,
  receiveWork,
  resumeWork,
  transferWork,
  wrapUpWork,
} from './work-handlers.ts';

/** What each route does; one without its handler does not compile. */
export const HANDLERS: { readonly [Name in RouteName]: Handler<Name> } = {
  abandonWork,
  acceptOffer,
  changeAgent,
  changeBond,
  changeWebhook,
  completeWork,
  createAgent,
  createWebhook,
  declineOffer,
  defineCalendar,
  definePromise,
  deleteWebhook,
  getAgent,
  getBond,
  getPromise,
  getWebhook,
  getWork,
  holdWork,
  listAgents,
  listWebhookDeliveries,
  listWebhooks,
  listWork,
  receiveEvents,
  receiveInteraction,
  receiveWork,
  replayDeadWebhookDeliveries,
  replayWebhookDelivery,
  resumeWork,
  rotateWebhookSecret,
  setAgentState,
  setBusyIntervals,
  setMyState,
  testWebhook,
  transferWork,
  wrapUpWork,
};
