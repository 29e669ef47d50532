import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { openApiDocument } from '@rapport/protocol';
import type { FastifyInstance } from 'fastify';
import { VERSION } from '../version.ts';

/** Shows the description of the API: `/api/openapi.json` for programs, `/api/docs` for people. */
export async function showDescription(app: FastifyInstance): Promise<void> {
  // As text once: it never changes while the process runs.
  const text = JSON.stringify(openApiDocument(VERSION));
  await app.register(swagger, {
    mode: 'static',
    specification: { document: JSON.parse(text) as never },
  });
  await app.register(swaggerUi, { routePrefix: '/api/docs' });
  app.get('/api/openapi.json', (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(text),
  );
}
