import { readFile } from 'node:fs/promises';
import { hash } from 'node:crypto';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Our pages for visitors take nothing from elsewhere, and stand in no frame of another site. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Shows what visitors meet, as it was built into `folder`: the widget for any site, and our own pages
 * with a chat, a form and the status of a request.
 */
export async function serveWidget(app: FastifyInstance, folder: string): Promise<void> {
  for (const name of ['widget.js', 'pages.js']) {
    const show = shower(await readFile(join(folder, name)), 'text/javascript; charset=utf-8');
    app.get(`/${name}`, { schema: { hide: true } }, async (request, reply) => {
      // Pages of any site may take it; what it may ask for here, its entry point says.
      reply.header('cross-origin-resource-policy', 'cross-origin');
      return await show(request, reply);
    });
  }
  const page = shower(await readFile(join(folder, 'visitor.html')), 'text/html; charset=utf-8');
  for (const path of ['/chat/:entryId', '/form/:entryId', '/status/:entryId']) {
    app.get(path, { schema: { hide: true } }, async (request, reply) => {
      reply.header('content-security-policy', POLICY);
      reply.header('referrer-policy', 'no-referrer');
      return await page(request, reply);
    });
  }
}

/** Answers with this content, or that it is what the browser has. */
function shower(content: Buffer, type: string) {
  const etag = `"${hash('sha256', content, 'base64url')}"`;
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    reply.headers({ etag, 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' });
    if (request.headers['if-none-match'] === etag) return await reply.code(304).send();
    return await reply.type(type).send(content);
  };
}
