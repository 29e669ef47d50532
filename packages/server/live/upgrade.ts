import { STATUS_CODES, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Problem } from '@rapport/protocol';
import { WebSocketServer } from 'ws';
import { unauthenticated } from '../http/admit.ts';
import type { Forwarded } from '../http/forwarded.ts';
import type { CountRequest } from '../http/limit-requests.ts';
import { namesThisMachine, OTHER_NAME } from '../http/names-this-machine.ts';
import type { Identity } from '../identity/open-identity.ts';
import type { Caller } from './connection.ts';
import type { Live } from './live.ts';

/** By which requests for a socket are counted, as all others are. */
export interface Counting {
  readonly count: CountRequest;
  readonly forwarded: (request: IncomingMessage) => Forwarded;
  /** Whether nobody is answered who calls this machine by a name that others may have given it. */
  readonly isLocalAlone?: boolean;
}

/** What tells who opens a socket, and whether he may go on asking. */
type Gate = Pick<Identity, 'authenticate' | 'whence'> & Counting;

export const LIVE_PATH = '/api/v1/live';
/** A list of 200 agents' ids is the longest that a client has to say. */
const MESSAGE_BYTES_MAX = 64 * 1024;
const CONNECTIONS_MAX = 10_000;
const CONNECTIONS_PER_CALLER_MAX = 20;

/**
 * Whether a request is one to become a live WebSocket. All others are answered as if they asked for no
 * upgrade, such as those of programs that would like to go on in HTTP/2.
 */
export function asksForLive({ url, headers: { upgrade } }: IncomingMessage): boolean {
  return upgrade?.toLowerCase() === 'websocket' && (url ?? '').split('?', 1)[0] === LIVE_PATH;
}

/**
 * Returns what the server does with requests to become a WebSocket: who may, is taken in by `live`;
 * whoever may not gets a problem, as with any other route.
 */
export function upgradeTo(
  live: Live,
  gate: Gate,
): (request: IncomingMessage, socket: Duplex, head: Buffer) => void {
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: MESSAGE_BYTES_MAX,
    // What is sent is small, and compression costs memory for each client.
    perMessageDeflate: false,
  });
  return (request, socket, head) => {
    const destroy = (): void => void socket.destroy();
    socket.on('error', destroy);
    const upgrade = async (): Promise<void> => {
      const limits = new Map<string, string>();
      const known = await identify(request, gate, limits);
      if (socket.destroyed) return;
      // In the same turn as it is taken in: those who come at once would all find room otherwise.
      const admitted = 'caller' in known ? roomFor(known.caller, live) : known;
      if ('problem' in admitted) {
        refuse(socket, admitted.problem, limits);
        return;
      }
      socket.removeListener('error', destroy);
      server.handleUpgrade(request, socket, head, (client) => {
        live.accept(client, admitted.caller);
      });
    };
    upgrade().catch(() => {
      refuse(socket, {
        type: 'unavailable',
        title: 'Not now: try again in a moment.',
        status: 503,
      });
    });
  };
}

type Admitted = { readonly caller: Caller } | { readonly problem: Problem };

const FOREIGN = refused(403, 'foreign-origin', 'Pages of other sites may not listen here.');

async function identify(
  request: IncomingMessage,
  gate: Gate,
  limits: Map<string, string>,
): Promise<Admitted> {
  const { headers } = request;
  if (gate.isLocalAlone === true && !namesThisMachine(request)) return { problem: OTHER_NAME };
  const { address: ip, protocol } = gate.forwarded(request);
  const counted = gate.count({ ip, headers, tell: (name, value) => limits.set(name, value) });
  if (counted.problem !== undefined) return { problem: counted.problem };
  // Browsers would send their cookies along whichever site's page asks.
  const whence = gate.whence({ headers, protocol });
  if (whence === 'foreign') return FOREIGN;
  const { authorization, cookie } = headers;
  const again = () => gate.authenticate({ authorization, cookie });
  const principal = await again();
  if (principal === undefined) return { problem: unauthenticated(headers) };
  const tooMany = counted.isOf(principal.id);
  if (tooMany !== undefined) return { problem: tooMany };
  // A cookie alone does not tell whose page asks.
  if (principal.kind === 'person' && whence !== 'own') return FOREIGN;
  return { caller: { principal, again } };
}

function roomFor(caller: Caller, live: Live): Admitted {
  if (live.isClosing || live.connectionCount() >= CONNECTIONS_MAX) {
    return refused(503, 'unavailable', 'Not now: try again in a moment.');
  }
  if (live.connectionCount(caller.principal.id) >= CONNECTIONS_PER_CALLER_MAX) {
    const title = `One caller may have ${CONNECTIONS_PER_CALLER_MAX} connections at most.`;
    return refused(429, 'too-many-connections', title);
  }
  return { caller };
}

function refused(status: number, type: string, title: string): Admitted {
  return { problem: { type, title, status } };
}

function refuse(
  socket: Duplex,
  problem: Problem,
  headers: ReadonlyMap<string, string> = new Map(),
): void {
  const body = JSON.stringify(problem);
  const { status } = problem;
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'Connection: close',
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...Array.from(headers, ([name, value]) => `${name}: ${value}`),
    ...(status === 401 ? ['WWW-Authenticate: Bearer'] : []),
    ...(status === 503 ? ['Retry-After: 1'] : []),
  ];
  // Whoever does not close his side would keep it open for ever.
  socket.once('finish', () => socket.destroy());
  socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`);
}
