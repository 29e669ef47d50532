import type { RouteName } from '@rapport/protocol';
import {
  changeAgent,
  createAgent,
  getAgent,
  listAgents,
  retireAgent,
  setAgentState,
  setBusyIntervals,
  setMyState,
} from './agent-handlers.ts';
import { changeBond, defineCalendar, definePromise, getBond, getPromise } from './bond-handlers.ts';
import {
  getImport,
  listImportFaults,
  listImportRows,
  listImports,
  startImport,
  undoImport,
} from './import-handlers.ts';
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
  changeAgent,
  changeBond,
  completeWork,
  createAgent,
  declineOffer,
  defineCalendar,
  definePromise,
  getAgent,
  getBond,
  getImport,
  getPromise,
  getWork,
  holdWork,
  listAgents,
  listImportFaults,
  listImportRows,
  listImports,
  listWork,
  receiveWork,
  resumeWork,
  retireAgent,
  setAgentState,
  setBusyIntervals,
  setMyState,
  startImport,
  transferWork,
  undoImport,
  wrapUpWork,
};
