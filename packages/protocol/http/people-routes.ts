import { Type } from 'typebox';
import { type Access, ROLES } from './access.ts';
import type { Route } from './route.ts';
import { At, Done, listQuery, Name, page, Text } from './schemas.ts';
import { Email, NewPassword, Role } from './session-routes.ts';

const strict = { additionalProperties: false } as const;
const params = Type.Object({ personId: Text }, strict);
const write = {
  roles: ['administrator'],
  scope: 'people:write',
  reach: 'centre',
} as const satisfies Access;
const read = {
  roles: ['supervisor', 'administrator'],
  scope: 'people:read',
  reach: 'centre',
} as const satisfies Access;

const details = {
  piiName: Name,
  piiEmail: Email,
  roles: Type.Array(Role, { minItems: 1, maxItems: ROLES.length, uniqueItems: true }),
  agentId: Type.Optional(Text),
  ledTeamIds: Type.Optional(Type.Array(Text, { maxItems: 200, uniqueItems: true })),
};
const Details = Type.Object(details, strict);

/** Somebody who signs in, or will when he has accepted his invitation. */
const Person = Type.Object(
  {
    personId: Text,
    piiName: Name,
    piiEmail: Type.String(),
    roles: Type.Array(Role),
    agentId: Type.Optional(Text),
    ledTeamIds: Type.Array(Text),
    status: Type.Enum(['invited', 'active', 'disabled']),
  },
  strict,
);

/** Shown to whoever asks for it, and again under the same key only: he hands the link on. */
const Link = Type.Object(
  {
    path: Type.String({ description: 'To be put behind the address of the centre.' }),
    expiresAt: At,
  },
  strict,
);

/** A secret that is good once, from a link. */
const Token = Type.String({ minLength: 1, maxLength: 100 });

export const PEOPLE_ROUTES = {
  listPeople: {
    method: 'GET',
    path: '/api/v1/people',
    summary: 'Lists the people who sign in, by id.',
    access: read,
    query: listQuery({}),
    answer: page(Person),
  },
  getPerson: {
    method: 'GET',
    path: '/api/v1/people/:personId',
    summary: 'One person.',
    access: read,
    params,
    answer: Person,
  },
  invitePerson: {
    method: 'POST',
    path: '/api/v1/people',
    summary: 'Invites a person. The answer holds the link, which is shown nowhere else.',
    access: write,
    body: Details,
    answer: Type.Object({ personId: Text, invitation: Type.Optional(Link) }, strict),
    status: 201,
  },
  changePerson: {
    method: 'PUT',
    path: '/api/v1/people/:personId',
    summary: 'Replaces what a person is called and may do.',
    access: write,
    params,
    body: Details,
    answer: Done,
  },
  renewInvitation: {
    method: 'POST',
    path: '/api/v1/people/:personId/invitation',
    summary: 'Makes a new link for somebody who has not accepted yet; the one before is void.',
    access: write,
    params,
    answer: Link,
    status: 201,
  },
  disablePerson: {
    method: 'POST',
    path: '/api/v1/people/:personId/disable',
    summary: 'Ends all sessions of a person, and lets him in no more.',
    access: write,
    params,
    answer: Done,
  },
  enablePerson: {
    method: 'POST',
    path: '/api/v1/people/:personId/enable',
    summary: 'Lets a person in again.',
    access: write,
    params,
    answer: Done,
  },
  endPersonsSecondFactor: {
    method: 'POST',
    path: '/api/v1/people/:personId/second-factor/end',
    summary: 'Ends the second factor that a person has lost, and all his sessions.',
    access: write,
    params,
    answer: Done,
  },
  startPasswordReset: {
    method: 'POST',
    path: '/api/v1/people/:personId/password-reset',
    summary:
      'Makes a link with which somebody who has forgotten his password chooses another one; any ' +
      'link before is void.',
    access: { roles: ['administrator'], reach: 'centre' },
    params,
    answer: Link,
    status: 201,
  },
  resetPassword: {
    method: 'POST',
    path: '/api/v1/password-resets/accept',
    summary: 'Chooses another password with such a link, and ends all sessions.',
    access: 'anybody',
    body: Type.Object({ token: Token, password: NewPassword }, strict),
    answer: Type.Object({ personId: Text, piiEmail: Type.String() }, strict),
  },
  acceptInvitation: {
    method: 'POST',
    path: '/api/v1/invitations/accept',
    summary: 'Accepts an invitation, by choosing a password.',
    access: 'anybody',
    body: Type.Object({ token: Token, password: NewPassword }, strict),
    answer: Type.Object({ personId: Text, piiEmail: Type.String() }, strict),
  },
  setUp: {
    method: 'POST',
    path: '/api/v1/set-up',
    summary:
      'Makes the first administrator, with the token of the link that the start has printed.',
    access: 'anybody',
    body: Type.Object(
      { token: Token, piiName: Name, piiEmail: Email, password: NewPassword },
      strict,
    ),
    answer: Type.Object({ personId: Text }, strict),
    status: 201,
  },
} as const satisfies Readonly<Record<string, Route>>;
