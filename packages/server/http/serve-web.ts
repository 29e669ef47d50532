import staticFiles from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** Nothing but what comes from here: no inline code, no frames, no other site's scripts. */
const POLICY = [
  "default-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Screens have addresses of their own, which all lead to the same page. */
const SCREENS = [
  ...['/', '/desk', '/floor', '/wallboard', '/reports', '/parts'],
  ...['/invitation', '/password', '/set-up', '/set-up/*'],
];

/** Shows the screens, as they were built into `folder`. */
export async function serveWeb(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(staticFiles, {
    root: folder,
    wildcard: false,
    index: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      // Files of a build have their content in their name.
      const isNamed = /[/\\]assets[/\\]/u.test(path);
      reply.header('cache-control', isNamed ? 'public, max-age=31536000, immutable' : 'no-cache');
      reply.header('x-content-type-options', 'nosniff');
    },
  });
  const showPage = async (_request: unknown, reply: FastifyReply): Promise<FastifyReply> => {
    reply.header('content-security-policy', POLICY);
    reply.header('referrer-policy', 'no-referrer');
    return await reply.sendFile('index.html');
  };
  for (const path of SCREENS) app.get(path, { schema: { hide: true } }, showPage);
}
