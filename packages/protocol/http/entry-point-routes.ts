import { type Static, Type } from 'typebox';
import { SET_UP_READ, SET_UP_WRITE } from './access.ts';
import { Words } from './customer-schemas.ts';
import type { Route } from './route.ts';
import { Done, listQuery, Name, page, Requirement, Text } from './schemas.ts';

const strict = { additionalProperties: false } as const;
/** It stands in addresses of pages and in the tag of the widget. */
export const EntryId = Type.String({
  pattern: '^[a-z0-9][a-z0-9-]{0,63}$',
  description: 'Small letters, digits and hyphens.',
});

/** How it looks where it is embedded; what is left out is the widget's own. */
export const EntryTheme = Type.Object(
  {
    colour: Type.Optional(
      Type.String({ pattern: '^#[0-9a-f]{6}$', description: 'Such as #2a5bd7.' }),
    ),
    scheme: Type.Optional(
      Type.Enum(['auto', 'light', 'dark'], { description: "`auto`: the visitor's own." }),
    ),
    side: Type.Optional(
      Type.Enum(['start', 'end'], { description: 'The lower corner in which the button stands.' }),
    ),
  },
  strict,
);

export type EntryTheme = Static<typeof EntryTheme>;

const ENTRY_TERMS = {
  name: { ...Name, description: 'What visitors read at its head.' },
  channel: Type.Enum(['chat', 'web']),
  isOpen: Type.Boolean({ description: 'Whether anybody may begin; who has begun goes on.' }),
  origins: Type.Array(
    Type.String({
      maxLength: 300,
      pattern: '^https?://[^/?#@\\s\\p{Cc}\\p{Cf}\\p{Cs}]+$',
      description: 'The origin of a page, such as https://www.example.org.',
    }),
    { maxItems: 50, uniqueItems: true, description: 'Whose pages may embed it, beside our own.' },
  ),
  promiseId: { ...Text, description: 'What is promised where no agreement makes a promise.' },
  divisionId: Type.Optional({
    ...Text,
    description: 'Whose agreement counts, after the account’s.',
  }),
  caseType: Type.Optional({ ...Text, description: 'What its items are about, for agreements.' }),
  requirements: Type.Array(Requirement, { maxItems: 20 }),
  priority: Type.Optional(Type.Number({ minimum: -10, maximum: 10 })),
  greeting: Type.Optional({ ...Words, maxLength: 500 }),
  theme: Type.Optional(EntryTheme),
};

const EntryTerms = Type.Object(ENTRY_TERMS, strict);
const EntryPoint = Type.Object({ entryId: EntryId, ...ENTRY_TERMS }, strict);
const params = Type.Object({ entryId: EntryId }, strict);

export type EntryPoint = Static<typeof EntryPoint>;

export const ENTRY_POINT_ROUTES = {
  listEntryPoints: {
    method: 'GET',
    path: '/api/v1/entry-points',
    summary: 'Lists the entry points for chats and web forms, by id.',
    access: SET_UP_READ,
    query: listQuery({}),
    answer: page(EntryPoint),
  },
  defineEntryPoint: {
    method: 'PUT',
    path: '/api/v1/entry-points/:entryId',
    summary: 'Defines an entry point, or replaces it; its channel stays what it was.',
    access: SET_UP_WRITE,
    params,
    body: EntryTerms,
    answer: Done,
  },
  deleteEntryPoint: {
    method: 'DELETE',
    path: '/api/v1/entry-points/:entryId',
    summary: 'Deletes an entry point through which nobody has come; one that was used is closed.',
    access: SET_UP_WRITE,
    params,
    answer: Done,
  },
} as const satisfies Readonly<Record<string, Route>>;
