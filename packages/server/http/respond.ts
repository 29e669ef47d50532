import type { Command } from '@rapport/core';
import type {
  Problem,
  RouteAnswer,
  RouteInput,
  RouteName,
  WallboardState,
} from '@rapport/protocol';
import type { Kysely } from 'kysely';
import type { Host } from '../host/host.ts';
import type { Newcomers } from '../customers/newcomers.ts';
import type { MessageFeed } from '../interactions/message-feed.ts';
import type { Signs } from '../interactions/signs.ts';
import type { Identity } from '../identity/open-identity.ts';
import type { Imports } from '../imports/open-imports.ts';
import type { Principal } from '../identity/principal.ts';
import type { Trace } from '../identity/sign-in/sign-in.ts';
import type { Previews } from '../policy/open-previews.ts';
import type { CentreSettings } from '../organisation/centre-settings.ts';
import type { Kept } from '../store/kept.ts';
import type { Tables } from '../store/tables.ts';
import type { Webhooks } from '../webhooks/open-webhooks.ts';
import type { Visitors } from '../visitors/open-visitors.ts';
import { problemOfRefusal } from './problems.ts';

/** What handlers work with. */
export interface Rooms {
  readonly centre: string;
  readonly db: Kysely<Tables>;
  readonly host: Host;
  readonly messages: MessageFeed;
  readonly signs: Signs;
  readonly newcomers: Newcomers;
  readonly settings: CentreSettings;
  /** Whose telephone numbers are read without their country, as it is set now. */
  readonly region: string | undefined;
  readonly identity: Identity;
  readonly webhooks: Webhooks;
  readonly imports: Imports;
  readonly previews: Previews;
  readonly visitors: Visitors;
  /** Resolves when the views show at least that position, or `false` when they do not in time. */
  readonly whenShown: (position: number) => Promise<boolean>;
  /** The time by the clock of the host. */
  readonly now: () => number;
  /** The centre's figures now. */
  readonly wallboard: () => WallboardState;
}

export interface Call<Name extends RouteName> extends RouteInput<Name> {
  readonly principal: Principal;
  /** The Idempotency-Key in its principal's scope, or a new one. */
  readonly commandId: string;
  readonly trace: Trace;
  /** Of what undoes a change: how the setting must still stand, in the form in which it is kept. */
  readonly onlyFrom?: string | null;
}

/** What came of a call: the answer, or what went wrong. */
export type Response<Answer> =
  | { readonly ok: true; readonly answer: Answer; readonly cookies?: readonly string[] }
  | { readonly ok: false; readonly problem: Problem; readonly retryAfterSeconds?: number };

export type Handler<Name extends RouteName> = (
  call: Call<Name>,
  rooms: Rooms,
) => Promise<Response<RouteAnswer<Name>>>;

export function answer<Answer>(value: Answer): Response<Answer> {
  return { ok: true, answer: value };
}

export function notFound(what: string): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: { type: 'not-found', title: `There is no ${what}.`, status: 404 } };
}

export function forbidden(title: string): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: { type: 'forbidden', title, status: 403 } };
}

/** Gives a command in the caller's name and answers with its position, or with the field it fails by. */
export async function give(
  command: Command,
  asked: Pick<Call<RouteName>, 'commandId' | 'principal'> & {
    readonly body?: unknown;
    readonly keep?: Kept;
  },
  { host }: Rooms,
): Promise<Response<{ position: number }>> {
  const { commandId, principal, body, keep } = asked;
  const envelope = { commandId, actor: principal.id, ...(keep && { keep }) };
  const outcome = await host.execute(command, envelope);
  return outcome.ok
    ? answer({ position: outcome.position })
    : { ok: false, problem: problemOfRefusal(outcome.refusal, body) };
}
