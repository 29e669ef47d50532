import { Type } from 'typebox';
import { SET_UP_READ, SET_UP_WRITE } from './access.ts';
import type { Route } from './route.ts';
import { COUNTRY, Name, TimeZone } from './schemas.ts';

const strict = { additionalProperties: false } as const;
const Version = Type.Integer({ minimum: 0, description: 'Counts the changes.' });
const TERMS = {
  name: Type.Optional({ ...Name, description: 'What the company calls the centre.' }),
  timeZone: Type.Optional({
    ...TimeZone,
    description: 'In which the day of the wallboard begins: as the IANA names it.',
  }),
  region: Type.Optional(
    Type.String({
      pattern: COUNTRY,
      description:
        'Two capital letters for the country in which telephone numbers without a prefix are read.',
    }),
  ),
  callingCodes: Type.Optional(
    Type.Array(Type.String({ pattern: '^[1-9]\\d{0,2}$', description: 'Such as 49.' }), {
      maxItems: 250,
      uniqueItems: true,
      description:
        'The calling codes of the countries whose numbers customers may be called back at. Left out, that of the region; empty, none.',
    }),
  ),
};

/** What holds for a centre as a whole. */
export const SETTINGS_ROUTES = {
  getSettings: {
    method: 'GET',
    path: '/api/v1/settings',
    summary: 'What was set for the whole centre, and what holds where nothing was.',
    access: SET_UP_READ,
    answer: Type.Object(
      {
        version: Version,
        ...TERMS,
        otherwise: Type.Object(
          { timeZone: Type.String(), region: Type.Optional(Type.String()) },
          { ...strict, description: 'What the centre was started with.' },
        ),
      },
      strict,
    ),
  },
  changeSettings: {
    method: 'PUT',
    path: '/api/v1/settings',
    summary: 'Replaces what was set; where a version is given, only if it is still that.',
    access: SET_UP_WRITE,
    body: Type.Object({ version: Type.Optional(Version), ...TERMS }, strict),
    answer: Type.Object({ version: Version }, strict),
  },
} as const satisfies Readonly<Record<string, Route>>;
