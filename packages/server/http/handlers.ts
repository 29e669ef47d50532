import type { RouteName } from '@rapport/protocol';
import * as account from './account-handlers.ts';
import * as agent from './agent-handlers.ts';
import * as agreement from './agreement-handlers.ts';
import * as agentDays from './agent-days-handlers.ts';
import * as audit from './audit-handlers.ts';
import * as bond from './bond-handlers.ts';
import * as credit from './credit-handlers.ts';
import * as emergency from './emergency-handlers.ts';
import * as rehome from './rehome-handlers.ts';
import * as callback from './callback-handlers.ts';
import * as choice from './choice-handlers.ts';
import * as conversation from './conversation-handlers.ts';
import * as customer from './customer-handlers.ts';
import * as entryPoint from './entry-point-handlers.ts';
import * as disposition from './disposition-handlers.ts';
import * as event from './event-handlers.ts';
import * as floor from './floor-handlers.ts';
import * as hours from './hours-handlers.ts';
import * as imports from './import-handlers.ts';
import * as interaction from './interaction-handlers.ts';
import * as key from './key-handlers.ts';
import * as matter from './matter-handlers.ts';
import * as measure from './measure-handlers.ts';
import * as message from './message-handlers.ts';
import * as notice from './notice-handlers.ts';
import * as organisation from './organisation-handlers.ts';
import * as merge from './merge-handlers.ts';
import * as people from './people-handlers.ts';
import * as policy from './policy-handlers.ts';
import * as promise from './promise-handlers.ts';
import * as relief from './relief-handlers.ts';
import * as settings from './settings-handlers.ts';
import * as session from './session-handlers.ts';
import * as skillName from './skill-name-handlers.ts';
import * as undo from './undo-handlers.ts';
import * as visitor from './visitor-handlers.ts';
import * as visitorFile from './visitor-file-handlers.ts';
import * as visitorSign from './visitor-sign-handlers.ts';
import * as webhook from './webhook-handlers.ts';
import * as work from './work-handlers.ts';
import type { Handler } from './respond.ts';

/** What each route does; one without its handler does not compile. */
export const HANDLERS: { readonly [Name in RouteName]: Handler<Name> } = {
  ...account,
  ...agent,
  ...agreement,
  ...agentDays,
  ...audit,
  ...bond,
  ...credit,
  ...emergency,
  ...rehome,
  ...callback,
  ...choice,
  ...conversation,
  ...customer,
  ...entryPoint,
  ...disposition,
  ...skillName,
  ...event,
  ...floor,
  ...hours,
  ...imports,
  ...interaction,
  ...key,
  ...matter,
  ...measure,
  ...message,
  ...notice,
  ...organisation,
  ...merge,
  ...people,
  ...policy,
  ...promise,
  ...relief,
  ...session,
  ...settings,
  ...undo,
  ...visitor,
  ...visitorFile,
  ...visitorSign,
  ...webhook,
  ...work,
};
