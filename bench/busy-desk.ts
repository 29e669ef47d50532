import { createApiKey } from '@rapport/server';
import type { Page } from 'playwright-core';
import { startRapport } from './start-rapport.ts';

const EMAIL = 'ted@example.org';
const PASSWORD = 'correct horse battery staple';

/** A server with one agent who has his hands full. */
export interface BusyDesk extends AsyncDisposable {
  readonly address: string;
  /** Signs the agent in on this page. */
  readonly signIn: (page: Page) => Promise<void>;
  /** Holds and resumes his items and lets his customers write, so many times a second, until disposed of. */
  readonly change: (perSecond: number) => Changes;
}

export interface Changes extends Disposable {
  /** How many were made each second so far. */
  readonly perSecond: () => number;
}

/** Fills an agent's hands with so many chats, each of a customer of its own. */
export async function openBusyDesk(itemCount: number): Promise<BusyDesk> {
  await using stack = new AsyncDisposableStack();
  const { address, call, scratch } = stack.use(await startRapport());
  await call('PUT', '/api/v1/promises/promise_1', { targetMs: 3_600_000, shareRatio: 0.8 });
  const { agentId } = (await call('POST', '/api/v1/agents', {
    piiName: 'Ted Brandt',
    skills: [{ skill: 'chat', level: 3 }],
    capacity: { units: itemCount, weights: { chat: 1 } },
  })) as { agentId: string };
  const { invitation } = (await call('POST', '/api/v1/people', {
    piiName: 'Ted Brandt',
    piiEmail: EMAIL,
    roles: ['agent'],
    agentId,
  })) as { invitation: { path: string } };
  const token = invitation.path.split('#')[1];
  await call('POST', '/api/v1/invitations/accept', { token, password: PASSWORD });
  const { secret } = await createApiKey(scratch.database.kysely, {
    centre: 'main',
    name: 'ted',
    scopes: ['work:serve', 'work:read'],
    agentId: agentId as never,
  });
  const asTed = (path: string): Promise<void> => post(`${address}/api/v1${path}`, secret);
  await call('POST', `/api/v1/agents/${agentId}/state`, { state: 'ready' });
  const items: Item[] = [];
  // One after the other: who has an open offer is shown no other.
  for (let number = 1; number <= itemCount; number++) {
    const { customerId } = (await call('POST', '/api/v1/customers', {
      piiName: `Customer ${number}`,
    })) as { customerId: string };
    const item = (await call('POST', '/api/v1/interactions', {
      channel: 'chat',
      customerId,
      piiSubject: `The matter of customer ${number}`,
      piiText: 'Hello, could somebody look at this today?',
      promiseId: 'promise_1',
      requirements: [],
    })) as Item;
    await asTed(`/work/${item.workId}/accept`);
    items.push(item);
  }
  const write = async ({ interactionId }: Item, piiText: string): Promise<void> => {
    await call('POST', `/api/v1/interactions/${interactionId}/messages`, {
      piiText,
      from: 'customer',
    });
  };
  const owned = stack.move();
  return {
    address,
    signIn: (page) => signIn(page, address),
    change: (perSecond) => change({ asTed, write }, items, perSecond),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** One of his chats. */
interface Item {
  readonly workId: string;
  readonly interactionId: string;
}

interface Acts {
  readonly asTed: (path: string) => Promise<void>;
  readonly write: (item: Item, piiText: string) => Promise<void>;
}

/** Item after item is held, resumed, and written to by its customer. */
function change({ asTed, write }: Acts, items: readonly Item[], perSecond: number): Changes {
  const startedAt = performance.now();
  let begun = 0;
  let done = 0;
  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - startedAt) / 1_000) * perSecond);
    for (; begun < due; begun++) {
      const item = items[Math.floor(begun / 3) % items.length] as Item;
      const acts = [
        () => asTed(`/work/${item.workId}/hold`),
        () => asTed(`/work/${item.workId}/resume`),
        () => write(item, `Is there any news? I ask for the time number ${begun}.`),
      ] as const;
      // A hold that is overtaken by its end is refused; what is counted is what was done.
      void acts[begun % 3]?.().then(
        () => done++,
        () => undefined,
      );
    }
  }, 5);
  return {
    perSecond: () => done / ((performance.now() - startedAt) / 1_000),
    [Symbol.dispose]: () => clearInterval(timer),
  };
}

async function signIn(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByLabel('E-mail').fill(EMAIL);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Main' }).waitFor();
}

async function post(url: string, secret: string): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}` },
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
}
