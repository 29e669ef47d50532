import { Type } from 'typebox';
import type { Route } from './route.ts';
import { At, Done, listQuery, page, Text } from './schemas.ts';

const strict = { additionalProperties: false } as const;

const SETTING_KINDS = [
  'division',
  'site',
  'team',
  'person',
  'agent',
  'promise',
  'calendar',
  'entry-point',
  'dispositions',
  'skill-names',
  'settings',
  'policy',
  'credit',
] as const;

/** What can be changed by administrators and be put back. */
export type SettingKind = (typeof SETTING_KINDS)[number];

/** How a setting stood, in the fields that its own routes take. */
const State = Type.Record(Type.String(), Type.Unknown());

/** Somebody changed something that is kept beside the history. */
const AuditEntry = Type.Object(
  {
    ordinal: Type.Integer(),
    at: At,
    actor: Text,
    piiActorName: Type.Optional(Type.String({ description: 'Where the actor is a person.' })),
    action: Text,
    subject: Text,
    piiSubjectName: Type.Optional(
      Type.String({ description: 'Where it is a person or an agent. For people alone.' }),
    ),
    change: Type.Optional(
      Type.Object(
        {
          kind: Type.Enum(SETTING_KINDS),
          piiBefore: Type.Optional(State),
          piiAfter: Type.Optional(State),
        },
        {
          ...strict,
          description:
            'How a setting stood before and after: absent where there was none. For people alone.',
        },
      ),
    ),
  },
  strict,
);

export const AUDIT_ROUTES = {
  listAudit: {
    method: 'GET',
    path: '/api/v1/audit',
    summary: 'Lists who changed what, the latest first.',
    access: { roles: ['care-owner', 'administrator'], scope: 'audit:read', reach: 'centre' },
    query: listQuery({ actor: Type.Optional(Text), subject: Type.Optional(Text) }),
    answer: page(AuditEntry),
  },
  undoChange: {
    method: 'POST',
    path: '/api/v1/audit/:ordinal/undo',
    summary: 'Puts a setting back as it was before a change, unless it was changed since.',
    access: { roles: ['administrator'], reach: 'centre' },
    params: Type.Object({ ordinal: Type.Integer({ minimum: 0 }) }, strict),
    answer: Done,
  },
} as const satisfies Readonly<Record<string, Route>>;
