import type { RouteName } from '@rapport/protocol';
import { changeAccount, createAccount, getAccount, listAccounts } from './account-handlers.ts';
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
  addIdentity,
  changeCustomer,
  createCustomer,
  eraseCustomer,
  getCustomer,
  listCustomers,
  lookUpCustomer,
  removeIdentity,
} from './customer-handlers.ts';
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
  addIdentity,
  addMessage,
  changeAccount,
  changeAgent,
  changeBond,
  changeCustomer,
  completeWork,
  createAccount,
  createAgent,
  createCustomer,
  declineOffer,
  defineCalendar,
  definePromise,
  endInteraction,
  eraseCustomer,
  getAccount,
  getAgent,
  getBond,
  getCustomer,
  getInteraction,
  getPromise,
  getWork,
  holdWork,
  listAccounts,
  listAgents,
  listCustomers,
  listInteractions,
  listMessages,
  listWork,
  lookUpCustomer,
  receiveInteraction,
  receiveWork,
  removeIdentity,
  resumeWork,
  setAgentState,
  setBusyIntervals,
  setMyState,
  transferWork,
  wrapUpWork,
};
