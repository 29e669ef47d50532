import { Type } from 'typebox';
import type { Route } from './route.ts';
import { At, Country, listQuery, page, Text, TimeZone } from './schemas.ts';

const strict = { additionalProperties: false } as const;
const params = Type.Object({ importId: Text }, strict);
const access = { roles: ['administrator'], scope: 'imports:write', reach: 'centre' } as const;
const Kind = Type.Enum(['accounts', 'customers', 'agents', 'bonds', 'rosters']);
const Count = Type.Integer({ minimum: 0 });

/** A file that was, or is being, taken in. */
const Import = Type.Object(
  {
    importId: Text,
    kind: Kind,
    status: Type.Enum(['running', 'done', 'refused', 'failed', 'undoing', 'undone']),
    isDryRun: Type.Boolean(),
    columns: Type.Array(
      Type.Object({ column: Type.String(), field: Type.Optional(Text) }, strict),
      { description: 'What each column was read as; one without a field was left alone.' },
    ),
    rowCount: Count,
    counts: Type.Object(
      { created: Count, changed: Count, unchanged: Count, refused: Count },
      strict,
    ),
    fault: Type.Optional(Text),
    startedAt: At,
    endedAt: Type.Optional(At),
    isForgotten: Type.Boolean({
      description:
        'After thirty days what was there before is forgotten, and nothing can be undone.',
    }),
  },
  strict,
);

const Fault = Type.Object(
  {
    line: Count,
    column: Type.Optional(Type.String()),
    code: Text,
    expected: Type.String(),
    piiFound: Type.Optional(Type.String()),
  },
  strict,
);

const Fields = Type.Record(Type.String(), Type.Unknown());

const Row = Type.Object(
  {
    line: Count,
    subject: Text,
    outcome: Type.Enum(['created', 'changed', 'unchanged']),
    piiBefore: Fields,
    piiAfter: Fields,
    undone: Type.Optional(Text),
  },
  strict,
);

export const IMPORT_ROUTES = {
  startImport: {
    method: 'POST',
    path: '/api/v1/imports',
    summary:
      'Takes a file in, in CSV or of rosters a calendar too, in the background; nothing is begun when it does not fit.',
    access,
    query: Type.Object(
      {
        kind: Kind,
        dryRun: Type.Optional(
          Type.Boolean({ description: 'Whether to say only what would change.' }),
        ),
        allOrNothing: Type.Optional(
          Type.Boolean({ description: 'Whether one row that is refused refuses all.' }),
        ),
        map: Type.Optional(
          Type.String({
            maxLength: 4_000,
            pattern: '^[^\\p{Cc}\\p{Cs}]*$',
            description: 'Columns and their fields: `Column=field,Other column=field`.',
          }),
        ),
        delimiter: Type.Optional(Type.Enum(['comma', 'semicolon', 'tab', 'bar'])),
        region: Type.Optional(Country),
        timeZone: Type.Optional({
          ...TimeZone,
          description: "By whose clocks times of rosters are read; the centre's when left out.",
        }),
        agent: Type.Optional({
          ...Text,
          description: 'Whose a calendar is, where its events do not say it: as in a column.',
        }),
      },
      strict,
    ),
    upload: 'text/csv',
    contentTypes: ['text/csv', 'text/calendar'],
    body: Type.Unsafe<AsyncIterable<Uint8Array>>({
      type: 'string',
      description: 'The file, at most 200,000,000 bytes.',
    }),
    answer: Import,
    status: 201,
  },
  listImports: {
    method: 'GET',
    path: '/api/v1/imports',
    summary: 'Lists imports, the latest first.',
    access,
    query: listQuery({}),
    answer: page(Import),
  },
  getImport: {
    method: 'GET',
    path: '/api/v1/imports/:importId',
    summary: 'One import: how far it is, and what its rows came to.',
    access,
    params,
    answer: Import,
  },
  listImportFaults: {
    method: 'GET',
    path: '/api/v1/imports/:importId/faults',
    summary: 'Why rows of an import were refused, by line; the first thousand are kept.',
    access,
    params,
    query: listQuery({}),
    answer: page(Fault),
  },
  listImportRows: {
    method: 'GET',
    path: '/api/v1/imports/:importId/rows',
    summary: 'What rows of an import came to, by line; of a dry run the first hundred changes.',
    access,
    params,
    query: listQuery({ isKept: Type.Optional(Type.Boolean()) }),
    answer: page(Row),
  },
  undoImport: {
    method: 'POST',
    path: '/api/v1/imports/:importId/undo',
    summary: 'Takes an import back in the background; what has changed since is kept, and said.',
    access,
    params,
    answer: Import,
  },
} as const satisfies Readonly<Record<string, Route>>;
