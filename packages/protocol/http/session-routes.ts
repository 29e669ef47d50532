import { Type } from 'typebox';
import { type Access, ROLES } from './access.ts';
import type { Route } from './route.ts';
import { At, Done, Name, Text } from './schemas.ts';

const strict = { additionalProperties: false } as const;
/** Everybody who is signed in, about himself. */
const me = { roles: ROLES, reach: 'centre' } as const satisfies Access;

export const Email = Type.String({
  minLength: 3,
  maxLength: 254,
  pattern: '^[^\\s@\\p{Cc}\\p{Cf}\\p{Cs}]+@[^\\s@\\p{Cc}\\p{Cf}\\p{Cs}]+$',
  description: 'An e-mail address, such as ann@example.org.',
});
/** As somebody types it; what a new one must be is said in `NewPassword`. */
const Password = Type.String({ minLength: 1, maxLength: 128 });
export const NewPassword = Type.String({
  minLength: 12,
  maxLength: 128,
  description: 'Neither the e-mail address nor the name.',
});
export const Role = Type.Enum([...ROLES]);
const SignedIn = Type.Object(
  {
    isSecondFactorNeeded: Type.Boolean({
      description: 'When true, nobody is signed in before `POST /api/v1/session/second-factor`.',
    }),
  },
  strict,
);

export const SESSION_ROUTES = {
  signIn: {
    method: 'POST',
    path: '/api/v1/session',
    summary: 'Signs a person in; the answer sets a cookie.',
    access: 'anybody',
    body: Type.Object({ piiEmail: Email, password: Password }, strict),
    answer: SignedIn,
  },
  proveSecondFactor: {
    method: 'POST',
    path: '/api/v1/session/second-factor',
    summary: 'Completes signing in, with a code from the authenticator or one of the backup codes.',
    access: 'anybody',
    body: Type.Object(
      {
        code: Type.String({
          pattern: '^(\\d{6}|[A-Za-z0-9]{5}-[A-Za-z0-9]{5})$',
          description: 'The six digits of the authenticator, or a backup code such as aB3dE-fG5hJ.',
        }),
      },
      strict,
    ),
    answer: Done,
  },
  signOut: {
    method: 'DELETE',
    path: '/api/v1/session',
    summary: "Ends the caller's session.",
    access: me,
    answer: Done,
  },
  getMe: {
    method: 'GET',
    path: '/api/v1/me',
    summary: 'Who is signed in.',
    access: me,
    answer: Type.Object(
      {
        personId: Text,
        piiName: Name,
        piiEmail: Type.String(),
        roles: Type.Array(Role),
        agentId: Type.Optional(Text),
        ledTeamIds: Type.Array(Text),
        centreName: Type.Optional({ ...Name, description: 'Where the company has given it one.' }),
        hasSecondFactor: Type.Boolean(),
      },
      strict,
    ),
  },
  changeMyPassword: {
    method: 'PUT',
    path: '/api/v1/me/password',
    summary: "Changes the caller's password, and ends his other sessions.",
    access: me,
    body: Type.Object({ password: Password, newPassword: NewPassword }, strict),
    answer: Done,
  },
  listMySessions: {
    method: 'GET',
    path: '/api/v1/me/sessions',
    summary: "The caller's sessions, the latest first.",
    access: me,
    answer: Type.Object(
      {
        items: Type.Array(
          Type.Object(
            { sessionId: Text, startedAt: At, endsAt: At, isCurrent: Type.Boolean() },
            strict,
          ),
        ),
      },
      strict,
    ),
  },
  endMySession: {
    method: 'DELETE',
    path: '/api/v1/me/sessions/:sessionId',
    summary: "Ends one of the caller's sessions.",
    access: me,
    params: Type.Object({ sessionId: Text }, strict),
    answer: Done,
  },
  beginSecondFactor: {
    method: 'POST',
    path: '/api/v1/me/second-factor',
    summary: 'Prepares a second factor; it is asked for once it has been confirmed.',
    access: me,
    body: Type.Object({ password: Password }, strict),
    answer: Type.Object(
      {
        otpauthUri: Type.String({ description: 'For an authenticator, mostly as a QR code.' }),
        backupCodes: Type.Array(Type.String(), { description: 'Each is good once.' }),
      },
      strict,
    ),
  },
  confirmSecondFactor: {
    method: 'POST',
    path: '/api/v1/me/second-factor/confirm',
    summary: 'Puts the second factor in force, with a code from the authenticator.',
    access: me,
    body: Type.Object(
      {
        code: Type.String({
          pattern: '^\\d{6}$',
          description: 'The six digits of the authenticator.',
        }),
      },
      strict,
    ),
    answer: Done,
  },
  endSecondFactor: {
    method: 'POST',
    path: '/api/v1/me/second-factor/end',
    summary: 'Signs the caller in without a second factor from now on.',
    access: me,
    body: Type.Object({ password: Password }, strict),
    answer: Done,
  },
} as const satisfies Readonly<Record<string, Route>>;
