import { Type } from 'typebox';
import type { Route } from './route.ts';
import { At, listQuery, page, Text } from './schemas.ts';

/** Somebody changed something that is kept beside the history. */
const AuditEntry = Type.Object(
  { ordinal: Type.Integer(), at: At, actor: Text, action: Text, subject: Text },
  { additionalProperties: false },
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
} as const satisfies Readonly<Record<string, Route>>;
