import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';

/** What a receiver was sent. */
export interface Received {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Says what to answer; a number is a status. Left undefined, no answer comes. */
export type Answering = (
  received: Received,
) => number | { readonly status: number; readonly headers: Record<string, string> } | undefined;

/** Somebody who listens for webhooks, and keeps what came. */
export interface WebhookReceiver extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
  readonly received: Received[];
  /** Answers 200 until it is set. */
  answering: Answering;
}

/** Listens on this machine; by TLS when it is given a key and a certificate. */
export async function startReceiver(tls?: ServerOptions, port = 0): Promise<WebhookReceiver> {
  const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      const headers = request.headers as Record<string, string>;
      const received = { path: request.url ?? '', headers, body };
      receiver.received.push(received);
      const said = receiver.answering(received);
      if (said === undefined) return;
      const { status, headers: saidHeaders } =
        typeof said === 'number' ? { status: said, headers: {} } : said;
      response.writeHead(status, saidHeaders).end('thank you');
    });
  };
  const server = tls === undefined ? createServer(onRequest) : createTlsServer(tls, onRequest);
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const listening = (server.address() as AddressInfo).port;
  const receiver: WebhookReceiver = {
    url: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${listening}/hook`,
    port: listening,
    received: [],
    answering: () => 200,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return receiver;
}
