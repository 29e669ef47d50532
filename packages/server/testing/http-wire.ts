import { setTimeout as sleep } from 'node:timers/promises';
import { asId, type Command, type DeskEvent, type Refusal } from '@rapport/core';
import { SCOPES } from '@rapport/protocol';
import type { Kysely } from 'kysely';
import type { Outcome } from '../host/envelope.ts';
import { createApiKey } from '../identity/api-keys.ts';
import type { Tables } from '../store/tables.ts';
import { type CentreProcess, WireBroken } from './start-centre-process.ts';

const CENTRE = 'main';
const LOOK_MS = 25;

/** Gives the commands of a load over HTTP, as the programs and people would who are meant by them. */
export interface HttpWire {
  /** The key of the centre's own programs. */
  readonly secret: string;
  readonly execute: CentreProcess['execute'];
  /** Speaks to this address from now on. */
  readonly connect: (address: string) => void;
  /** Looks for offers, as screens do, until `stop`. */
  readonly watch: (onEvents: (events: readonly DeskEvent[]) => void) => {
    readonly stop: () => Promise<void>;
  };
}

/** A wire with a key for the centre, and one more for each agent that it registers. */
export async function httpWire(db: Kysely<Tables>): Promise<HttpWire> {
  const keyFor = async (agentId?: string): Promise<string> => {
    const agent = agentId === undefined ? {} : { agentId: asId<'agent'>(agentId) };
    const key = { centre: CENTRE, name: 'load', scopes: SCOPES, ...agent };
    return (await createApiKey(db, key)).secret;
  };
  const own = await keyFor();
  const secrets = new Map<string, string>();
  // What the load calls agents and items, and what the centre does.
  const names = new Map<string, string>();
  let address = '';

  const call = async (route: Route, secret: string, key?: string): Promise<Answer> => {
    const { method, path, body } = route;
    try {
      const response = await fetch(`${address}/api/v1${path}`, {
        method,
        headers: {
          authorization: `Bearer ${secret}`,
          ...(body && { 'content-type': 'application/json' }),
          ...(key !== undefined && { 'idempotency-key': key }),
        },
        ...(body && { body: JSON.stringify(body) }),
      });
      return { status: response.status, body: (await response.json()) as Answer['body'] };
    } catch (error) {
      throw new WireBroken('no answer', { cause: error });
    }
  };

  const execute = async (command: Command, commandId: string): Promise<Outcome> => {
    const agentId = 'agentId' in command ? named(names, String(command.agentId)) : undefined;
    const isHis = SERVED.has(command.type) && agentId !== undefined;
    const secret = isHis ? (secrets.get(agentId) ?? own) : own;
    const answer = await call(routeOf(command, names), secret, commandId);
    const outcome = outcomeOf(answer);
    const { agentId: madeAgent, workId: madeWork } = answer.body;
    if (command.type === 'register-agent' && typeof madeAgent === 'string') {
      names.set(command.agentId, madeAgent);
      secrets.set(madeAgent, await keyFor(madeAgent));
    }
    if (command.type === 'receive-work' && typeof madeWork === 'string') {
      names.set(command.workId, madeWork);
    }
    return outcome;
  };

  return {
    secret: own,
    execute: (command, { commandId }) => execute(command, commandId),
    connect: (connected) => (address = connected),
    watch: (onEvents) => {
      let isWatching = true;
      const isOn = (): boolean => isWatching;
      const seen = new Set<string>();
      const look = async (): Promise<void> => {
        while (isOn()) {
          const list = { method: 'GET', path: '/work?status=offered&limit=200' };
          const offers = await call(list, own).catch(() => undefined);
          onEvents(newOffers(offers?.body['items'] as Offer[] | undefined, seen));
          await sleep(LOOK_MS);
        }
      };
      const looking = look();
      return {
        stop: async () => {
          isWatching = false;
          await looking;
        },
      };
    },
  };
}

interface Route {
  readonly method: string;
  readonly path: string;
  readonly body?: object;
}

interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

interface Offer {
  readonly workId: string;
  readonly agentId: string;
  readonly offerCount: number;
}

const SERVED = new Set(['accept-offer', 'wrap-up-work', 'complete-work']);

function routeOf(command: Command, names: ReadonlyMap<string, string>): Route {
  const id = 'workId' in command ? named(names, command.workId) : '';
  switch (command.type) {
    case 'define-promise': {
      const { promiseId, targetMs, shareRatio } = command;
      return { method: 'PUT', path: `/promises/${promiseId}`, body: { targetMs, shareRatio } };
    }
    case 'register-agent': {
      const { agentId: piiName, skills, capacity } = command;
      return { method: 'POST', path: '/agents', body: { piiName, skills, capacity } };
    }
    case 'set-agent-state': {
      const path = `/agents/${named(names, command.agentId)}/state`;
      return { method: 'POST', path, body: { state: command.state } };
    }
    case 'receive-work': {
      const { channel, customerId, requirements, promiseId } = command;
      const body = { channel, customerId, requirements, promiseId };
      return { method: 'POST', path: '/work', body };
    }
    case 'abandon-work':
      return { method: 'POST', path: `/work/${id}/abandon` };
    case 'accept-offer':
      return { method: 'POST', path: `/work/${id}/accept` };
    case 'wrap-up-work':
      return { method: 'POST', path: `/work/${id}/wrap-up` };
    case 'complete-work':
      return { method: 'POST', path: `/work/${id}/complete`, body: {} };
    default:
      throw new Error(`no load gives ${command.type}`);
  }
}

function named(names: ReadonlyMap<string, string>, id: string): string {
  return names.get(id) ?? id;
}

function outcomeOf({ status, body }: Answer): Outcome {
  const position = Number(body['position'] ?? 0);
  if (status < 300) return { ok: true, position, events: [] };
  if (status === 503) throw new WireBroken('to be tried again');
  if (status >= 500) throw new Error(`a fault that no retry mends: ${JSON.stringify(body)}`);
  // The load asks only whether it was refused.
  return { ok: false, position, refusal: { code: body['type'] } as Refusal };
}

function newOffers(offers: readonly Offer[] = [], seen: Set<string>): readonly DeskEvent[] {
  const fresh = offers.filter(({ workId, offerCount }) => !seen.has(`${workId}:${offerCount}`));
  for (const { workId, offerCount } of fresh) seen.add(`${workId}:${offerCount}`);
  return fresh.map(
    ({ workId, agentId }) => ({ type: 'work-offered', workId, agentId }) as DeskEvent,
  );
}
