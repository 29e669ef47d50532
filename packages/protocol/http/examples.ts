type Json = Readonly<Record<string, unknown>>;

/** What a text of this name may look like: what a reader of the description sees, and tries first. */
const EXAMPLES: Readonly<Record<string, string>> = {
  accountId: 'account_5f0c2b7d9e1a4c3b8f6d2e1a0b9c8d7e',
  actor: 'person_2b7d9e1a4c3b8f6d2e1a0b9c8d7e5f0c',
  agent: 'ted@example.org',
  agentId: 'agent_9e1a4c3b8f6d2e1a0b9c8d7e5f0c2b7d',
  attachmentId: 'attachment_7d5e0c2b9f1a4c3b8f6d2e1a0b9c8d7e',
  agreedBy: 'person_2b7d9e1a4c3b8f6d2e1a0b9c8d7e5f0c',
  agreedWith: 'customer_4c3b8f6d2e1a0b9c8d7e5f0c2b7d9e1a',
  agreementId: 'gold',
  calendarId: 'office',
  caseType: 'outage',
  code: '123456',
  customerId: 'customer_4c3b8f6d2e1a0b9c8d7e5f0c2b7d9e1a',
  date: '2026-12-25',
  colour: '#2a5bd7',
  day: '2026-03-10',
  previewId: '0198f3a4-5b6c-7d8e-9f01-23456789abcd',
  datacontenttype: 'application/json',
  successorId: 'agent_8f6d2e1a0b9c8d7e5f0c2b7d9e1a4c3b',
  deputyId: 'agent_8f6d2e1a0b9c8d7e5f0c2b7d9e1a4c3b',
  deputyIds: 'agent_8f6d2e1a0b9c8d7e5f0c2b7d9e1a4c3b',
  description: 'Tells our CRM what happens.',
  disposition: 'solved',
  divisionId: 'retail',
  entryId: 'chat',
  eventId: '1042.0',
  externalId: 'crm-88213',
  from: '09:00',
  ids: 'customer_4c3b8f6d2e1a0b9c8d7e5f0c2b7d9e1a',
  importId: 'import_2e1a0b9c8d7e5f0c2b7d9e1a4c3b8f6d',
  interactionId: 'interaction_0b9c8d7e5f0c2b7d9e1a4c3b8f6d2e1a',
  keyId: 'key_8d7e5f0c2b7d9e1a4c3b8f6d2e1a0b9c',
  kind: 'hearing',
  language: 'en',
  ledTeamIds: 'billing',
  id: 'b7d9e1a4-0001',
  name: 'Billing',
  map: 'E-mail=email,Full name=name',
  mergedId: 'customer_1a4c3b8f6d2e1a0b9c8d7e5f0c2b7d9e',
  mergedInto: 'customer_1a4c3b8f6d2e1a0b9c8d7e5f0c2b7d9e',
  mergedIds: 'customer_1a4c3b8f6d2e1a0b9c8d7e5f0c2b7d9e',
  namePrefix: 'Mil',
  origins: 'https://www.example.org',
  noticeId: 'notice_6d2e1a0b9c8d7e5f0c2b7d9e1a4c3b8f',
  ownerId: 'agent_9e1a4c3b8f6d2e1a0b9c8d7e5f0c2b7d',
  personId: 'person_5f0c2b7d9e1a4c3b8f6d2e1a0b9c8d7e',
  greeting: 'Hello. What can we do for you?',
  callingCodes: '49',
  piiPhone: '+49 30 123456',
  piiEmail: 'ted@example.org',
  piiName: 'Ted Brandt',
  piiSubject: 'My bill for October',
  piiText: 'Hello, my bill is wrong.',
  matterId: 'storm-damage-2214',
  promiseId: 'chats',
  reason: 'break',
  region: 'DE',
  sessionId: 'session_2b7d9e1a4c3b8f6d2e1a0b9c8d7e5f0c',
  siteId: 'leeds',
  skill: 'billing',
  source: 'https://crm.example.org',
  subject: 'agent_9e1a4c3b8f6d2e1a0b9c8d7e5f0c2b7d',
  teamId: 'billing',
  tier: 'gold',
  timeZone: 'Europe/Berlin',
  toWorkId: 'work_2b7d9e1a4c3b8f6d2e1a0b9c8d7e5f0c',
  toAgentId: 'agent_8f6d2e1a0b9c8d7e5f0c2b7d9e1a4c3b',
  topic: 'invoice',
  until: '17:00',
  url: 'https://crm.example.org/rapport',
  type: 'org.example.call.ended',
  value: 'miller@example.org',
  webhookId: 'webhook_1a4c3b8f6d2e1a0b9c8d7e5f0c2b7d9e',
  workId: 'work_4c3b8f6d2e1a0b9c8d7e5f0c2b7d9e1a',
};

/** The same schema, with an example for each text that has a pattern. */
export function withExamples<Schema>(schema: Schema, name = ''): Schema {
  if (typeof schema !== 'object' || schema === null) return schema;
  const given = schema as Json;
  const example = EXAMPLES[name];
  if (given['type'] === 'string' && 'pattern' in given && example !== undefined) {
    return { ...schema, examples: [example] };
  }
  const { properties, items, anyOf } = given;
  return {
    ...schema,
    ...(properties !== undefined && { properties: eachWithExample(properties as Json) }),
    ...(items !== undefined && { items: withExamples(items, name) }),
    ...(Array.isArray(anyOf) && {
      anyOf: anyOf.map((each: unknown) => withExamples(each, name)),
    }),
  };
}

function eachWithExample(properties: Json): Json {
  return Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [name, withExamples(schema, name)]),
  );
}
