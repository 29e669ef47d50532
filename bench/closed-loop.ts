import { Agent, request } from 'node:http';
import { quantile } from './quantile.ts';

/** Requests that follow each other, each connection's next when its last is answered. */
export interface ClosedLoop {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The body of the request of that number. */
  readonly bodyOf: (number: number) => string;
  readonly connections: number;
  readonly seconds: number;
}

export interface ClosedLoopResult {
  readonly requestCount: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

let numberOfAll = 0;

/** Posts until the time is over. @throws {Error} anything but 201 is answered. */
export async function closedLoop(load: ClosedLoop): Promise<ClosedLoopResult> {
  const { connections, seconds } = load;
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const waitsMs: number[] = [];
  const startedAt = performance.now();
  const endsAt = startedAt + seconds * 1_000;
  const post = async (): Promise<void> => {
    while (performance.now() < endsAt) waitsMs.push(await postOne(load, agent));
  };
  await Promise.all(Array.from({ length: connections }, post));
  const took = (performance.now() - startedAt) / 1_000;
  agent.destroy();
  return {
    requestCount: waitsMs.length,
    perSecond: waitsMs.length / took,
    p50Ms: quantile(waitsMs, 0.5),
    p99Ms: quantile(waitsMs, 0.99),
  };
}

/** Settles with the time from sending to the end of the answer, in ms. */
async function postOne({ url, headers, bodyOf }: ClosedLoop, agent: Agent): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const body = bodyOf(++numberOfAll);
  const startedAt = performance.now();
  const asked = request(url, {
    method: 'POST',
    agent,
    headers: {
      ...headers,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    },
  });
  asked.on('error', reject);
  asked.on('response', (response) => {
    response.resume();
    response.on('error', reject);
    response.on('end', () => {
      if (response.statusCode === 201) resolve(performance.now() - startedAt);
      else reject(new Error(`POST ${url} answered ${response.statusCode}`));
    });
  });
  asked.end(body);
  return await promise;
}
