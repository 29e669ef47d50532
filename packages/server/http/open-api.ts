import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { VERSION } from '../version.ts';

/** Describes whatever is mounted after it: `/api/openapi.json` for programs, `/api/docs` for people. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Rapport',
        version: VERSION,
        description:
          'Every write answers with its `position`; a read with `?after=` that position sees it. ' +
          'A request repeated with the same `Idempotency-Key` is carried out once. ' +
          'What goes wrong is told in the form of RFC 9457, with the field it is about.',
      },
      components: {
        securitySchemes: {
          key: { type: 'http', scheme: 'bearer' },
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: 'session',
            description: 'The cookie that `POST /api/v1/session` sets.',
          },
        },
      },
    },
  });
  await app.register(swaggerUi, { routePrefix: '/api/docs' });
  app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger());
}
