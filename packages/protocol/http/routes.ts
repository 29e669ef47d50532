import type { Static, TSchema } from 'typebox';
import { AGENT_ROUTES } from './agent-routes.ts';
import { BOND_ROUTES } from './bond-routes.ts';
import { IMPORT_ROUTES } from './import-routes.ts';
import { WORK_ROUTES } from './work-routes.ts';

/** Every route of the API, by name. */
export const ROUTES = {
  ...AGENT_ROUTES,
  ...WORK_ROUTES,
  ...BOND_ROUTES,
  ...IMPORT_ROUTES,
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
