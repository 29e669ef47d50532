const CUSTOMERS = 500;
const SKILLS = 50;
const TEXT = 'x'.repeat(220);

/** An interaction as a form or a mailbox would bring it: who writes, and what. */
export function interactionBody(number: number): string {
  return JSON.stringify({
    channel: 'email',
    identity: { kind: 'email', value: `customer${number % CUSTOMERS}@example.com` },
    piiSubject: `Contact ${number}`,
    piiText: TEXT,
    requirements: [{ skill: `skill_${number % SKILLS}`, minLevel: 1 }],
    promiseId: 'promise_1',
  });
}

/** An item alone, for whoever keeps the words elsewhere. */
export function workBody(number: number): string {
  return JSON.stringify({
    channel: 'email',
    customerId: `customer_${number % CUSTOMERS}`,
    requirements: [{ skill: `skill_${number % SKILLS}`, minLevel: 1 }],
    promiseId: 'promise_1',
  });
}
