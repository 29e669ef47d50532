import { Type } from 'typebox';
import { CUSTOMER_ROLES } from './access.ts';
import type { Route } from './route.ts';
import { At, Text, Written } from './schemas.ts';

const strict = { additionalProperties: false } as const;
const params = Type.Object({ customerId: Text }, strict);
const grant = {
  roles: ['supervisor', 'care-owner', 'administrator'],
  scope: 'bonds:write',
  reach: 'centre',
} as const;
const Priority = Type.Number({
  exclusiveMinimum: 0,
  maximum: 10,
  description: 'Added to the urgency of what he comes in with: 1 is worth one whole promised time.',
});

/** Who goes before others, and until when. */
export const CREDIT_ROUTES = {
  grantCredit: {
    method: 'PUT',
    path: '/api/v1/customers/:customerId/credit',
    summary:
      'Lets a customer go before others until a moment: what he comes in with has at least this priority. ' +
      'The caller answers for it.',
    access: grant,
    params,
    body: Type.Object({ priority: Priority, untilAt: At }, strict),
    answer: Written,
  },
  endCredit: {
    method: 'DELETE',
    path: '/api/v1/customers/:customerId/credit',
    summary: 'Ends the credit of a customer before its time; what has come in keeps it.',
    access: grant,
    params,
    answer: Written,
  },
  listCredits: {
    method: 'GET',
    path: '/api/v1/credits',
    summary:
      'Lists the customers who go before others just now, who answers for each, and how many may.',
    access: { roles: CUSTOMER_ROLES, scope: 'bonds:read', reach: 'centre' },
    answer: Type.Object(
      {
        items: Type.Array(
          Type.Object(
            { customerId: Text, priority: Type.Number(), ownerId: Text, untilAt: At },
            strict,
          ),
        ),
        creditsMax: Type.Integer(),
      },
      strict,
    ),
  },
} as const satisfies Readonly<Record<string, Route>>;
