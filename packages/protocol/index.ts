export type { Alert, AlertsState } from './live/alert.ts';
export type { EmergenciesState } from './live/emergencies.ts';
export { type ApiClient, type ClientOptions, createClient } from './client/create-client.ts';
export { mintKey } from './client/mint-key.ts';
export { type Access, type Reach, type Role, ROLES, type Scope, SCOPES } from './http/access.ts';
export type { SettingKind } from './http/audit-routes.ts';
export type { Policy, PolicyPreview } from './http/policy-routes.ts';
export type { CustomerTerms } from './http/customer-routes.ts';
export type { Identity } from './http/customer-schemas.ts';
export {
  accessText,
  openApiDocument,
  type OpenApiDocument,
  type Operation,
  type Parameter,
} from './http/open-api.ts';
export type { EntryPoint, EntryTheme } from './http/entry-point-routes.ts';
export { EVENT_BATCH_MAX, EVENT_CONTENT, ForeignEvent } from './http/event-routes.ts';
export { explanationText } from './explanation-text.ts';
export type { ExplanationAudience, ExplanationTerms } from './explanation-terms.ts';
export { EXPLANATION_LANGUAGES, type ExplanationLanguage } from './explanation-words.ts';
export { Problem } from './http/problem.ts';
export type { Route } from './http/route.ts';
export { type RouteAnswer, type RouteInput, type RouteName, ROUTES } from './http/routes.ts';
export {
  VISITOR_TEXT_MAX,
  VISITOR_WAIT_MS_MAX,
  type VisitorEntry,
  type VisitorMessage,
  type VisitorOutlook,
  type VisitorProgress,
  type VisitorThread,
} from './http/visitor-routes.ts';
export { unreachedText } from './callback-words.ts';
export type { AskedCallback, CallbackChoice, PromisedCallback } from './http/callback-routes.ts';
export type { WaitChoices } from './http/choice-routes.ts';
export {
  type CustomersChoice,
  type FloorChange,
  type FloorItem,
  type FloorState,
  kindOf,
  type Reservation,
  type WaitingKind,
} from './live/floor.ts';
export type { WaitingItem, WaitingState } from './live/my-waiting.ts';
export type { NoticesState } from './live/notices.ts';
export { ATTACHMENT_BYTES_MAX } from './http/attachment.ts';
export type { ConversationMessage } from './live/conversation.ts';
export { createLiveClient, type LiveClient } from './live/live-client.ts';
export type { LiveWorld } from './live/live-line.ts';
export {
  CLIENT_MESSAGES,
  type ClientMessage,
  CLOSE_CODES,
  SERVER_MESSAGES,
  type ServerMessage,
} from './live/live-messages.ts';
export {
  compareQueueItems,
  type QueueChange,
  type QueueItem,
  type QueueState,
} from './live/my-queue.ts';
export type { Callback } from './live/callback.ts';
export type { Card, CardChange, CardsState } from './live/my-cards.ts';
export type { SignsState } from './live/signs.ts';
export {
  type AgentPresence,
  presenceAfter,
  type PresenceChange,
  type PresenceState,
} from './live/presence.ts';
export {
  FOLDS,
  type Topic,
  type TopicChanges,
  type TopicName,
  type TopicParams,
  TOPICS,
  type TopicState,
} from './live/topics.ts';
export type { MeasureGroup, Measures } from './http/measure-routes.ts';
export type { WallboardChange, WallboardState } from './live/wallboard.ts';
export { AT_MAX, ORDINAL_MAX } from './http/schemas.ts';
export { refusalMessage } from './refusal-messages.ts';
