import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** The body is in another encoding than JSON has. */
const NO_UTF8 = { statusCode: 400, code: 'BODY_NO_UTF8' };
/** The body says that it is in another encoding than JSON has. */
const OTHER_CHARSET = { statusCode: 415, code: 'BODY_OTHER_CHARSET' };

/**
 * Takes bodies of these types as JSON in UTF-8 (RFC 8259, 8.1). Others are refused: read as UTF-8 their
 * letters would be lost, and nobody would be told.
 */
export function readJson(app: FastifyInstance, contentTypes: readonly string[]): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser<Buffer>(
    [...contentTypes],
    { parseAs: 'buffer' },
    (request, body, done) => {
      const fault = encodingFault(request, body);
      if (fault === undefined) void parse(request, body.toString(), done);
      else done(Object.assign(new Error(fault.code), fault), undefined);
    },
  );
}

function encodingFault(
  { headers }: FastifyRequest,
  body: Buffer,
): typeof NO_UTF8 | typeof OTHER_CHARSET | undefined {
  const [, charset = 'utf-8'] =
    /;\s*charset="?([^";\s]+)/iu.exec(headers['content-type'] ?? '') ?? [];
  if (!/^(utf-?8|us-ascii)$/iu.test(charset)) return OTHER_CHARSET;
  return isUtf8(body) ? undefined : NO_UTF8;
}
