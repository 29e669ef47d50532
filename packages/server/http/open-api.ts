import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { openApiDocument } from '@rapport/protocol';
import type { FastifyInstance } from 'fastify';
import { VERSION } from '../version.ts';

/** Shows the description of the API: `/api/openapi.json` for programs, `/api/docs` for people. */
export async function showDescription(app: FastifyInstance): Promise<void> {
  // As text once: it never changes while the process runs.
  const text = JSON.stringify(openApiDocument(VERSION));
  await app.register(async (page) => {
    page.addHook('onSend', (_request, reply, payload, done) => {
      reply.headers(PAGE_HEADERS);
      done(null, payload);
    });
    await page.register(swagger, {
      mode: 'static',
      specification: { document: JSON.parse(text) as never },
    });
    await page.register(swaggerUi, {
      routePrefix: '/api/docs',
      // Without the bar that would load other documents.
      uiConfig: { layout: 'BaseLayout' },
      theme: {
        title: 'Rapport API',
        favicon: [],
        js: [{ filename: 'follow-scheme.js', content: FOLLOW_SCHEME }],
      },
    });
  });
  app.get('/api/openapi.json', (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(text),
  );
}

/** The page loads nothing from elsewhere, and no other page shows it in a frame. */
const PAGE_HEADERS = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    // It sets the styles of its elements by itself.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-frame-options': 'DENY',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

/** Light or dark, as whoever looks at the page has chosen, also while he looks. */
const FOLLOW_SCHEME = `
const dark = matchMedia('(prefers-color-scheme: dark)');
const follow = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
dark.addEventListener('change', follow);
follow();
`;
