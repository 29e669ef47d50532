import { Type } from 'typebox';
import { SET_UP_READ, SET_UP_WRITE } from './access.ts';
import type { Route } from './route.ts';
import { Name, Text } from './schemas.ts';

const strict = { additionalProperties: false } as const;
const Version = Type.Integer({ minimum: 0, description: 'Counts the changes.' });
const SkillNames = Type.Array(
  Type.Object(
    {
      skill: Text,
      name: Name,
      kind: Type.Optional(
        Type.Enum(['site', 'ability', 'language', 'licence', 'channel'], {
          description:
            'What it stands for. Work that waits for long asks for less of a site and of an ability, never ' +
            'of a language or a licence, nor of what has no kind. A channel is the id of one: whatever comes ' +
            'over it asks for this skill.',
        }),
      ),
    },
    {
      ...strict,
      description: 'The id by which agents have it and work asks for it, its name and kind.',
    },
  ),
  { maxItems: 1_000, description: 'Each skill once. What is not named here is called by its id.' },
);

/** What skills are called. */
export const SKILL_NAME_ROUTES = {
  listSkillNames: {
    method: 'GET',
    path: '/api/v1/skill-names',
    summary: 'What skills are called, and what they stand for.',
    access: SET_UP_READ,
    answer: Type.Object({ version: Version, skillNames: SkillNames }, strict),
  },
  changeSkillNames: {
    method: 'PUT',
    path: '/api/v1/skill-names',
    summary:
      'Replaces the names and kinds of skills; where a version is given, only if it is still that. Who ' +
      'has a skill and what asks for it stays as it was.',
    access: SET_UP_WRITE,
    body: Type.Object({ version: Type.Optional(Version), skillNames: SkillNames }, strict),
    answer: Type.Object({ version: Version }, strict),
  },
} as const satisfies Readonly<Record<string, Route>>;
