export { type ApiClient, type ClientOptions, createClient } from './client/create-client.ts';
export { type Access, type Reach, type Role, ROLES, type Scope, SCOPES } from './http/access.ts';
export type { CustomerTerms } from './http/customer-routes.ts';
export type { Identity } from './http/customer-schemas.ts';
export {
  accessText,
  openApiDocument,
  type OpenApiDocument,
  type Operation,
  type Parameter,
} from './http/open-api.ts';
export { EVENT_BATCH_MAX, EVENT_CONTENT, ForeignEvent } from './http/event-routes.ts';
export { Problem } from './http/problem.ts';
export type { Route } from './http/route.ts';
export { type RouteAnswer, type RouteInput, type RouteName, ROUTES } from './http/routes.ts';
export { refusalMessage } from './refusal-messages.ts';
