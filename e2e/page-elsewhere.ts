import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page of somebody else's site: of another origin than the centre's. */
export interface PageElsewhere extends AsyncDisposable {
  readonly origin: string;
  /** Puts a tag on the page, as whoever keeps the site would. */
  readonly embed: (tag: string) => void;
}

export async function openPageElsewhere(): Promise<PageElsewhere> {
  let embedded = '';
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="en"><title>Our shop</title>
      <style>button, textarea { all: revert; color: red; font-size: 40px }</style>
      <main><h1>Our shop</h1></main>${embedded}</html>`);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    embed: (tag) => (embedded = tag),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
