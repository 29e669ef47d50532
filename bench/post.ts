import { type Agent, request } from 'node:http';

/** Posts JSON and settles when the answer has ended. @throws {Error} it is no success. */
export async function post(
  url: string,
  { headers, body }: { headers: Readonly<Record<string, string>>; body: string },
  agent: Agent,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
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
      const { statusCode = 0 } = response;
      if (statusCode >= 200 && statusCode < 300) resolve(undefined);
      else reject(new Error(`POST ${url} answered ${statusCode}`));
    });
  });
  asked.end(body);
  await promise;
}
