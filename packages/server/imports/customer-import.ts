import { mintUuid } from '../identity/mint-id.ts';
import { applyCustomers } from './customers/apply-customers.ts';
import { type Identity, identityKey } from './customers/identity-key.ts';
import {
  type Customer,
  type KnownCustomers,
  loadCustomers,
  noCustomers,
  rememberCustomer,
} from './customers/known-customers.ts';
import { readCustomer, type WantedCustomer } from './customers/read-customer.ts';
import { undoCustomers } from './customers/undo-customers.ts';
import { differences } from './differences.ts';
import type { ImportKind } from './import-kind.ts';
import { cellOf } from './import-row.ts';
import type { Asked, Draft, Note } from './plan-rows.ts';
import { foldName } from './read-cells.ts';
import { runOfSteps } from './run-of-steps.ts';

/** Customers: found by external id, else by any of their identities. */
export const customerImport: ImportKind = {
  fields: [
    {
      name: 'externalId',
      summary: 'What your other system calls this customer.',
      synonyms: ['ID', 'Customer ID', 'Contact ID', 'Customer number', 'Customer', 'Number'],
    },
    {
      name: 'name',
      summary: 'What people call this customer.',
      synonyms: ['Full name', 'Customer name', 'Contact', 'Contact name', 'Display name'],
    },
    {
      name: 'account',
      summary: 'The external id of the account, or its name where only one has it.',
      synonyms: [
        'Account ID',
        'Account name',
        'Company',
        'Company name',
        'Organisation',
        'Organization',
      ],
    },
    {
      name: 'tier',
      summary: 'The entitlement, as a code.',
      synonyms: ['Level', 'Class', 'Service level', 'Plan', 'Segment'],
    },
    {
      name: 'language',
      summary: 'The language as BCP 47 writes it: `de`, `fr-CH`.',
      synonyms: ['Lang', 'Locale', 'Preferred language'],
    },
    {
      name: 'emails',
      summary: 'E-mail addresses.',
      synonyms: ['Email', 'E-mail', 'Mail', 'E-mail address', 'Mail address', 'Work e-mail'],
      isMany: true,
    },
    {
      name: 'phones',
      summary: 'Telephone numbers.',
      synonyms: [
        ...['Phone', 'Phone number', 'Telephone', 'Telephone number', 'Tel', 'Mobile'],
        ...['Mobile number', 'Mobile phone', 'Cell', 'Cell phone', 'Work phone', 'Home phone'],
      ],
      isMany: true,
    },
    {
      name: 'handles',
      summary: 'Names in networks, with the network first: `whatsapp:4930123456`.',
      synonyms: ['Handle', 'Social', 'Messaging'],
      isMany: true,
    },
    {
      name: 'region',
      summary: 'The country of the telephone numbers: ISO 3166, two letters.',
      synonyms: ['Country', 'Country code'],
    },
    {
      name: 'needs',
      summary: 'What this customer needs, in words.',
      synonyms: ['Need', 'Special needs', 'Requirements'],
      isMany: true,
    },
  ],
  required: [['externalId', 'emails', 'phones', 'handles']],
  isForDesk: false,
  begin: (context) =>
    runOfSteps(context, {
      read: (row, note) => readCustomer(row, context.region, note),
      nothingKnown: noCustomers,
      load: (db, known, wanted) => loadCustomers(db, context, { known, wanted }),
      draft: draftCustomer,
      apply: (trx, known, changes) => applyCustomers(trx, context.centre, { changes, known }),
    }),
  undo: undoCustomers,
};

function draftCustomer(
  known: KnownCustomers,
  asked: Asked<WantedCustomer>,
  note: Note,
): Draft | undefined {
  const { wanted, row } = asked;
  const { line } = row;
  const found = find(known, wanted, note);
  const account = accountOf(known, asked, note);
  if (found === undefined || account === undefined) return undefined;
  const identities = wanted.identities.filter((one) => !known.idByIdentity.has(identityKey(one)));
  const current = found.id === undefined ? undefined : known.byId.get(found.id);
  const { externalId, name, tier, language, needs } = wanted;
  const { before, after } = differences<Customer>(current ?? NOBODY, {
    externalId,
    name,
    tier,
    language,
    needs,
    accountId: account.id,
  });
  const customer: Customer = { ...(current ?? NOBODY), ...after };
  const subject = found.id ?? `customer_${mintUuid()}`;
  const commit = (): void => rememberCustomer(known, { id: subject, customer, identities });
  if (current === undefined) {
    const made = { ...customer, identities };
    return { change: { line, subject, outcome: 'created', before: {}, after: made }, commit };
  }
  const isMore = identities.length > 0;
  return {
    change: {
      line,
      subject,
      outcome: isMore || Object.keys(after).length > 0 ? 'changed' : 'unchanged',
      before: { ...before, ...(isMore && { identities: [] }) },
      after: { ...after, ...(isMore && { identities }) },
    },
    commit,
  };
}

const NOBODY: Customer = {
  externalId: null,
  accountId: null,
  name: null,
  tier: null,
  language: null,
  needs: [],
};

/**
 * By external id. Else whoever has the identities, if he is one and has no other external id. Without
 * an id he is new; undefined where an identity is somebody else's, which is noted.
 */
function find(
  known: KnownCustomers,
  { externalId, identities, cellOf: cellOfIdentity }: WantedCustomer,
  note: Note,
): { readonly id: string | undefined } | undefined {
  const own = externalId === undefined ? undefined : known.idByExternalId.get(externalId);
  const owners = new Map<string, Identity>();
  for (const identity of identities) {
    const owner = known.idByIdentity.get(identityKey(identity));
    if (owner !== undefined && owner !== own) owners.set(owner, identity);
  }
  const [first] = owners;
  if (first === undefined) return { id: own };
  const [owner, identity] = first;
  const hasOtherId = externalId !== undefined && known.byId.get(owner)?.externalId !== null;
  if (own === undefined && owners.size === 1 && !hasOtherId) return { id: owner };
  note(cellOfIdentity(identity), {
    code: 'identity-taken',
    expected: 'an identity that no other customer has',
  });
  return undefined;
}

/** Without an id the row names none; undefined where there is none such, which is noted. */
function accountOf(
  known: KnownCustomers,
  { wanted: { account }, row }: Asked<WantedCustomer>,
  note: Note,
): { readonly id: string | undefined } | undefined {
  if (account === undefined) return { id: undefined };
  const byExternalId = known.accountByExternalId.get(account);
  if (byExternalId !== undefined) return { id: byExternalId };
  const named = known.accountsByName.get(foldName(account)) ?? [];
  if (named.length === 1) return { id: named[0] };
  const expected =
    named.length === 0
      ? 'the external id or the name of an account that is there; import accounts first'
      : 'the external id of an account; several have this name';
  note(cellOf(row, 'account'), { code: 'account-unknown', expected });
  return undefined;
}
