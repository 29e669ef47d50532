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
import {
  endInteraction,
  getInteraction,
  listInteractions,
  receiveInteraction,
} from './interaction-handlers.ts';
import { addMessage, listMessages } from './message-handlers.ts';
import type { Handler } from './respond.ts';
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
  addMessage,
  changeAgent,
  changeBond,
  completeWork,
  createAgent,
  declineOffer,
  defineCalendar,
  definePromise,
  endInteraction,
  getAgent,
  getBond,
  getInteraction,
  getPromise,
  getWork,
  holdWork,
  listAgents,
  listInteractions,
  listMessages,
  listWork,
  receiveInteraction,
  receiveWork,
  resumeWork,
  setAgentState,
  setBusyIntervals,
  setMyState,
  transferWork,
  wrapUpWork,
};
