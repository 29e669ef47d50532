import type { OpenApiDocument, Operation } from '@rapport/protocol';
import type { Draw } from './draw-with.ts';
import { type KnownIds, soundValue } from './sound-value.ts';
import { nastyText, nastyValue, spoilt } from './spoilt.ts';

/** A request as it goes over the wire, so that one that fails can be sent again. */
export interface FuzzRequest {
  readonly method: string;
  /** As it is sent: what must be escaped is. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  /** Whether it was meant to be refused. */
  readonly isSpoilt: boolean;
}

interface Parts {
  readonly method: string;
  readonly template: string;
  readonly path: Record<string, string>;
  readonly query: [name: string, value: string][];
  readonly headers: Record<string, string>;
  body: unknown;
  /** In the place of the body. */
  raw?: string;
  rawPath?: string;
}

/** Draws a request to one of the operations that are described, sound or spoilt in some way. */
export function fuzzRequest(
  draw: Draw,
  { paths }: OpenApiDocument,
  { known, isSpoilt }: { readonly known: KnownIds; readonly isSpoilt: boolean },
): FuzzRequest {
  const template = draw.one(Object.keys(paths));
  const [method, operation] = draw.one(Object.entries(paths[template] ?? {}));
  const parts = soundParts(draw, { method, template, operation }, known);
  if (isSpoilt)
    draw.one(operation.requestBody === undefined ? WITHOUT_BODY : WITH_BODY)(draw, parts);
  return { ...onTheWire(parts), isSpoilt };
}

function soundParts(
  draw: Draw,
  { method, template, operation }: { method: string; template: string; operation: Operation },
  known: KnownIds,
): Parts {
  const parts: Parts = {
    method: method.toUpperCase(),
    template,
    path: {},
    query: [],
    headers: {},
    body: undefined,
  };
  for (const { name, in: place, required, schema } of operation.parameters) {
    if (!required && !draw.chance(0.3)) continue;
    const value = String(soundValue(draw, schema, known, name));
    if (place === 'path') parts.path[name] = encodeURIComponent(value);
    else if (place === 'query' && name !== 'cursor') parts.query.push([name, value]);
  }
  giveBody(draw, operation, parts, known);
  return parts;
}

/** Of several forms, the last is plain JSON; what is no JSON goes as text. */
function giveBody(draw: Draw, { requestBody }: Operation, parts: Parts, known: KnownIds): void {
  const [type, form] = Object.entries(requestBody?.content ?? {}).at(-1) ?? [];
  if (form === undefined) return;
  parts.body = soundValue(draw, form.schema, known);
  if (type === undefined || type === 'application/json') return;
  parts.headers['content-type'] = type;
  parts.raw = String(parts.body);
}

type Spoil = (draw: Draw, parts: Parts) => void;

const spoilQuery: Spoil = (draw, { query }) => {
  const [name = 'limit', value = '1'] = query.length > 0 ? draw.one(query) : [];
  const more = draw.one([
    [name, value],
    [name, nastyText(draw)],
    [
      'limit',
      draw.one(['0', '-1', '201', '1e3', '0x10', ' 5', '1.5', 'NaN', '', '99999999999999']),
    ],
    ['after', draw.one(['-1', 'x', '1.5', '', 'null', '[]', '1e999'])],
    ['cursor', draw.one(CURSORS)],
    [draw.one(['__proto__', 'constructor', 'a[b]', 'limit[]', 'toString', nastyText(draw)]), 'x'],
  ] as [string, string][]);
  query.push(more);
};

const CURSORS = [
  '',
  'x',
  ...[
    'null',
    '{}',
    '[1]',
    '[1,"a\\u0000"]',
    '[9e99,"a"]',
    '["1","a"]',
    '[1,2]',
    '[0,"\\ud800"]',
  ].map((text) => Buffer.from(text).toString('base64url')),
];

const spoilPath: Spoil = (draw, parts) => {
  const names = Object.keys(parts.path);
  if (names.length === 0) {
    parts.rawPath = draw.one([
      '//',
      '/%',
      '/../..',
      '/%2e%2e',
      `/${'x'.repeat(3_000)}`,
      ';a=b',
      '%00',
    ]);
    return;
  }
  const nasty = [
    '%00',
    '%ff',
    '%',
    '%ED%A0%80',
    '..',
    '%2e%2e%2f',
    'x'.repeat(201),
    '%0d%0aX:y',
    '*',
  ];
  parts.path[draw.one(names)] = draw.chance(0.7)
    ? draw.one(nasty)
    : encodeURIComponent(nastyText(draw).toWellFormed());
};

const spoilHeaders: Spoil = (draw, { headers }) => {
  const [name, value] = draw.one([
    [
      'authorization',
      draw.one(['', 'Bearer', 'Bearer ', 'Basic eDp5', 'bearer \xff', 'Bearer a b']),
    ],
    ['idempotency-key', draw.one(['', 'k'.repeat(101), '\xa0\xad', 'a\tb', '__proto__'])],
    [
      'content-type',
      draw.one(['text/plain', 'application/xml', 'x', 'application/json; charset=x']),
    ],
    ['content-type', 'multipart/form-data; boundary=x'],
    ['content-encoding', 'gzip'],
    ['traceparent', draw.one(['x', '00-0-0-00', `00-${'0'.repeat(32)}-${'0'.repeat(16)}-01`])],
    ['x-request-id', draw.one(['', '{}', 'x'.repeat(999)])],
    ['x-forwarded-for', draw.one(['x', '1.1.1.1, ::1', ','])],
    ['accept', 'image/png'],
    ['origin', 'http://elsewhere'],
  ] as [string, string][]);
  headers[name] = value;
};

const spoilBody: Spoil = (draw, parts) => {
  parts.body = spoilt(draw, parts.body);
};

const spoilText: Spoil = (draw, parts) => {
  const text = JSON.stringify(parts.body);
  parts.raw = draw.one([
    '',
    '{',
    text.slice(0, draw.whole(0, text.length - 1)),
    `${text}${text}`,
    `\ufeff${text}`,
    '['.repeat(100_000),
    `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`,
    `{"__proto__":{"isAdmin":true},${text.slice(1)}`,
    `{"constructor":{"prototype":{}},${text.slice(1)}`,
    text.replace(':', '::'),
    'NaN',
    'null',
    '"\\ud800"',
    `"${'x'.repeat(1_100_000)}"`,
  ]);
};

const spoilMethod: Spoil = (draw, parts) => {
  Object.assign(parts, { method: draw.one(['PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'TRACE']) });
};

const spoilWhole: Spoil = (draw, parts) => {
  parts.body = nastyValue(draw);
};

const WITHOUT_BODY: readonly Spoil[] = [
  spoilQuery,
  spoilQuery,
  spoilPath,
  spoilHeaders,
  spoilMethod,
];
const WITH_BODY: readonly Spoil[] = [
  ...Array<Spoil>(6).fill(spoilBody),
  spoilWhole,
  spoilText,
  spoilText,
  ...WITHOUT_BODY,
];

function onTheWire(parts: Parts): Omit<FuzzRequest, 'isSpoilt'> {
  const { method, template, path, query, headers, body, raw, rawPath = '' } = parts;
  const filled = template.replaceAll(/\{(\w+)\}/g, (_all, name: string) => path[name] ?? '');
  const pairs = query.map((pair) =>
    pair.map((part) => encodeURIComponent(part.toWellFormed())).join('='),
  );
  const text = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  return {
    method,
    path: `${filled}${rawPath}${pairs.length === 0 ? '' : `?${pairs.join('&')}`}`,
    headers: { ...(text !== undefined && lengthAndType(text)), ...headers },
    body: text,
  };
}

/** Said even where the method has no body, so that it is not taken for the next request. */
function lengthAndType(text: string): Record<string, string> {
  return {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(text)),
  };
}
