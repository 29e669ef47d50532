import { Agent } from 'node:http';
import { post } from './post.ts';
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
  const { url, headers, bodyOf, connections, seconds } = load;
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const waitsMs: number[] = [];
  const startedAt = performance.now();
  const endsAt = startedAt + seconds * 1_000;
  const postOnAndOn = async (): Promise<void> => {
    for (let sentAt = startedAt; sentAt < endsAt; sentAt = performance.now()) {
      await post(url, { headers, body: bodyOf(++numberOfAll) }, agent);
      waitsMs.push(performance.now() - sentAt);
    }
  };
  await Promise.all(Array.from({ length: connections }, postOnAndOn));
  const took = (performance.now() - startedAt) / 1_000;
  agent.destroy();
  return {
    requestCount: waitsMs.length,
    perSecond: waitsMs.length / took,
    p50Ms: quantile(waitsMs, 0.5),
    p99Ms: quantile(waitsMs, 0.99),
  };
}
