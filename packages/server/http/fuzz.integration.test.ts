import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { openApiDocument, SCOPES } from '@rapport/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditFollower } from '../audit/audit-follower.ts';
import { catchUp } from '../host/follower.ts';
import { drawWith } from '../testing/fuzz/draw-with.ts';
import { type FuzzRequest, fuzzRequest } from '../testing/fuzz/fuzz-request.ts';
import { tableFingerprint } from '../testing/fuzz/table-fingerprint.ts';
import { type HttpCentre, openHttpCentre } from '../testing/http-centre.ts';
import { testClock } from '../testing/test-clock.ts';

// Of a run that failed: FUZZ_SEED=… vitest --project integration http/fuzz
const SEED = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1_000_000);
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 2_000);
const ABREAST = 10;
/** What a file is handed out as. */
const FILE = 'application/octet-stream';
/** What a centre may say of itself rather than of the request. */
const DELIBERATE = new Set(['host-unavailable', 'host-busy', 'position-not-reached']);

interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: ABREAST });
const document = openApiDocument('test');
const draw = drawWith(SEED);

let served: HttpCentre;
let secret: string;
let fingerprint: () => Promise<Readonly<Record<string, string>>>;
const known: Record<string, string[]> = { skill: ['billing'] };

beforeAll(async () => {
  served = await openHttpCentre({
    environment: { RAPPORT_RATE_LIMIT_ADDRESS: '0', RAPPORT_RATE_LIMIT_PRINCIPAL: '0' },
    // Time stands still, so that nothing happens but what is asked for.
    clock: testClock(Date.now()),
  });
  const administrator = await served.callerWith(SCOPES);
  const { answer } = await administrator('POST', '/api/v1/agents', {
    body: { piiName: 'Ted', skills: [{ skill: 'billing', level: 3 }] },
  });
  note(answer);
  secret = await served.secretWith(SCOPES, String(answer['agentId']));
  const promise = { targetMs: 20_000, shareRatio: 0.8 };
  await administrator('PUT', '/api/v1/promises/calls', { body: promise });
  Object.assign(known, { promiseId: ['calls'], customerId: ['customer_1'] });
  const work = { channel: 'phone', requirements: [], promiseId: 'calls' };
  note((await administrator('POST', '/api/v1/work', { body: work })).answer);
  fingerprint = await tableFingerprint(served.centre.database.kysely);
});

afterAll(async () => {
  agent.destroy();
  await served[Symbol.asyncDispose]();
});

test(`whatever is asked is answered, and what is refused changes nothing (seed ${SEED})`, async () => {
  let before = await settled();
  const statuses: Record<string, number> = {};
  for (let run = 0; run < RUNS;) {
    // Spoilt ones together; sound ones one by one, so that it is known which of them changed what.
    const isSpoilt = draw.chance(0.3);
    const requests = Array.from({ length: isSpoilt ? ABREAST : 1 }, () => drawRequest(isSpoilt));
    const answers = await Promise.all(requests.map((each) => send(each)));
    run += requests.length;
    for (const [index, answer] of answers.entries()) {
      const asked = requests[index] as FuzzRequest;
      expect(faultOf(asked, answer), failureOf(asked, answer)).toBeUndefined();
      const { status, contentType, body } = answer;
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (status < 300 && body !== '' && contentType !== FILE) note(parsed(body));
    }
    const isRefused = answers.every(({ status }) => status >= 400);
    const after = await settled();
    const why = `seed ${SEED}: refused, and yet changed something: ${JSON.stringify(requests).slice(0, 5_000)}`;
    if (isRefused) expect(after, why).toEqual(before);
    before = after;
  }
  // Else it has not come past the first check, and proves nothing.
  expect(statuses['200'] ?? 0).toBeGreaterThan(RUNS / 50);
  for (const status of ['201', '400', '401', '404', '409']) expect(statuses).toHaveProperty(status);
}, 600_000);

function drawRequest(isSpoilt: boolean): FuzzRequest {
  const drawn = fuzzRequest(draw, document, { known: known, isSpoilt });
  return draw.chance(0.05)
    ? drawn
    : { ...drawn, headers: { authorization: `Bearer ${secret}`, ...drawn.headers } };
}

async function send({ method, path, headers, body }: FuzzRequest): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const sent = request(served.address, { method, path, headers, agent }, (response) => {
    text(response).then(
      (read) =>
        resolve({
          status: response.statusCode ?? 0,
          contentType: response.headers['content-type'] ?? '',
          body: read,
        }),
      reject,
    );
  });
  sent.on('error', (error: NodeJS.ErrnoException) => {
    // It may be answered, and cut off, before all of a body has been sent.
    if (error.code === 'EPIPE' || error.code === 'ECONNRESET') {
      resolve({ status: 413, contentType: '', body: '' });
    } else
      reject(new Error(`seed ${SEED}: ${method} ${path.slice(0, 300)} broke`, { cause: error }));
  });
  sent.end(body);
  return await promise;
}

/** What is wrong with the answer, if anything. */
function faultOf(
  { method }: FuzzRequest,
  { status, contentType, body }: Answer,
): string | undefined {
  if (body === '' && (method === 'HEAD' || status === 204 || contentType === '')) return undefined;
  if (status < 400) {
    return contentType.startsWith('application/json') || contentType === FILE
      ? undefined
      : contentType;
  }
  if (!contentType.startsWith('application/problem+json')) return `is ${contentType}`;
  return faultOfProblem(status, parsed(body));
}

function faultOfProblem(
  status: number,
  { type, title, status: said }: Readonly<Record<string, unknown>>,
): string | undefined {
  if (typeof type !== 'string' || !/^[a-z]+(-[a-z]+)*$/.test(type)) return 'has no type';
  if (typeof title !== 'string' || title === '') return 'has no title';
  if (said !== status) return 'has another status';
  return status >= 500 && !DELIBERATE.has(type) ? 'is a fault of ours' : undefined;
}

function failureOf(asked: FuzzRequest, answer: Answer): string {
  const short = { ...asked, body: asked.body?.slice(0, 2_000) };
  return `seed ${SEED}: ${JSON.stringify(short)} was answered with ${JSON.stringify(answer)}`;
}

function parsed(body: string): Readonly<Record<string, unknown>> {
  return JSON.parse(body) as Readonly<Record<string, unknown>>;
}

/** Remembers the ids of what was made, so that the next requests speak of it. */
function note(answer: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(answer)) {
    if (!name.endsWith('Id') || typeof value !== 'string') continue;
    const ids = (known[name] ??= []);
    ids.push(value);
    if (ids.length > 20) ids.shift();
    // The owner of a bond is an agent too.
    if (name === 'agentId') Object.assign(known, { ownerId: ids, deputyIds: ids, toAgentId: ids });
  }
}

/** What all tables hold once whatever follows the history has caught up with it. */
async function settled(): Promise<Readonly<Record<string, string>>> {
  const { host, database, name } = served.centre;
  // What is due at this very moment happens now, and not with the next request.
  await host.passTime();
  // What tables owe the desk it is given within a second.
  const owed = 'select 1 from outbox where done_at is null limit 1';
  while ((await database.pool.query(owed)).rows.length > 0) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  // It looks once a second by itself.
  await catchUp(database.kysely, name, auditFollower(name));
  for (;;) {
    const { rows } = await database.pool.query<{ seq: number }>(
      "select seq from follower where name = 'views'",
    );
    if ((rows[0]?.seq ?? 0) >= host.position) return await fingerprint();
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
