import type { Static, TSchema } from 'typebox';
import { ACCOUNT_ROUTES } from './account-routes.ts';
import { AGENT_DAYS_ROUTES } from './agent-days-routes.ts';
import { AGENT_ROUTES } from './agent-routes.ts';
import { AGREEMENT_ROUTES } from './agreement-routes.ts';
import { AUDIT_ROUTES } from './audit-routes.ts';
import { BOND_ROUTES } from './bond-routes.ts';
import { CALLBACK_ROUTES } from './callback-routes.ts';
import { EMERGENCY_ROUTES } from './emergency-routes.ts';
import { CREDIT_ROUTES } from './credit-routes.ts';
import { CHOICE_ROUTES } from './choice-routes.ts';
import { CONVERSATION_ROUTES } from './conversation-routes.ts';
import { CUSTOMER_ROUTES } from './customer-routes.ts';
import { ENTRY_POINT_ROUTES } from './entry-point-routes.ts';
import { DISPOSITION_ROUTES } from './disposition-routes.ts';
import { SKILL_NAME_ROUTES } from './skill-name-routes.ts';
import { EVENT_ROUTES } from './event-routes.ts';
import { FLOOR_ROUTES } from './floor-routes.ts';
import { INTERACTION_ROUTES } from './interaction-routes.ts';
import { KEY_ROUTES } from './key-routes.ts';
import { MATTER_ROUTES } from './matter-routes.ts';
import { MEASURE_ROUTES } from './measure-routes.ts';
import { NOTICE_ROUTES } from './notice-routes.ts';
import { ORGANISATION_ROUTES } from './organisation-routes.ts';
import { PEOPLE_ROUTES } from './people-routes.ts';
import { POLICY_ROUTES } from './policy-routes.ts';
import { RELIEF_ROUTES } from './relief-routes.ts';
import { SETTINGS_ROUTES } from './settings-routes.ts';
import { SESSION_ROUTES } from './session-routes.ts';
import { VISITOR_ROUTES } from './visitor-routes.ts';
import { WEBHOOK_ROUTES } from './webhook-routes.ts';
import { HOURS_ROUTES } from './hours-routes.ts';
import { IMPORT_ROUTES } from './import-routes.ts';
import { WORK_ROUTES } from './work-routes.ts';

/** Every route of the API, by name. */
export const ROUTES = {
  ...AGENT_ROUTES,
  ...AGENT_DAYS_ROUTES,
  ...WORK_ROUTES,
  ...RELIEF_ROUTES,
  ...NOTICE_ROUTES,
  ...BOND_ROUTES,
  ...CREDIT_ROUTES,
  ...EMERGENCY_ROUTES,
  ...AGREEMENT_ROUTES,
  ...AUDIT_ROUTES,
  ...INTERACTION_ROUTES,
  ...CHOICE_ROUTES,
  ...CALLBACK_ROUTES,
  ...CONVERSATION_ROUTES,
  ...DISPOSITION_ROUTES,
  ...SKILL_NAME_ROUTES,
  ...CUSTOMER_ROUTES,
  ...ACCOUNT_ROUTES,
  ...EVENT_ROUTES,
  ...FLOOR_ROUTES,
  ...MATTER_ROUTES,
  ...MEASURE_ROUTES,
  ...SESSION_ROUTES,
  ...WEBHOOK_ROUTES,
  ...PEOPLE_ROUTES,
  ...ORGANISATION_ROUTES,
  ...HOURS_ROUTES,
  ...SETTINGS_ROUTES,
  ...POLICY_ROUTES,
  ...KEY_ROUTES,
  ...IMPORT_ROUTES,
  ...ENTRY_POINT_ROUTES,
  ...VISITOR_ROUTES,
} as const;

export type RouteName = keyof typeof ROUTES;

type Part<Name extends RouteName, Field extends 'params' | 'query' | 'body' | 'answer'> =
  (typeof ROUTES)[Name] extends Readonly<Record<Field, infer Schema extends TSchema>>
    ? Static<Schema>
    : undefined;

/** What a route takes, checked. */
export interface RouteInput<Name extends RouteName> {
  readonly params: Part<Name, 'params'>;
  readonly query: Part<Name, 'query'>;
  readonly body: Part<Name, 'body'>;
}

/** What a route answers when all is well. */
export type RouteAnswer<Name extends RouteName> = Part<Name, 'answer'>;
