import { createHmac } from 'node:crypto';
import type { Role } from '@rapport/protocol';
import { mintUuid } from '../identity/mint-id.ts';
import { createAccount, passwordHash } from '../identity/sign-in/accounts.ts';
import type { Centre } from '../open-centre.ts';

export const TEST_PASSWORD = 'correct horse battery staple';

// Slow on purpose, and the same for everybody here.
let hash: Promise<string> | undefined;

export interface TestPerson {
  readonly roles: readonly Role[];
  readonly agentId?: string;
  readonly ledTeamIds?: readonly string[];
  /** The centre's own when left out. */
  readonly centreName?: string;
}

/** Makes a person who can sign in with `TEST_PASSWORD`, without an invitation. */
export async function createTestPerson(
  { database, name }: Pick<Centre, 'database' | 'name'>,
  { roles, agentId, ledTeamIds = [], centreName = name }: TestPerson,
): Promise<{ readonly personId: string; readonly email: string }> {
  const passwordHashed = await (hash ??= passwordHash(TEST_PASSWORD));
  const personId = `person_${mintUuid()}`;
  const email = `${personId}@example.org`;
  await database.kysely.transaction().execute(async (trx) => {
    await trx
      .insertInto('person')
      .values({
        centre: centreName,
        id: personId,
        user_id: await createAccount(trx, passwordHashed),
        pii_name: 'Somebody',
        pii_email: email,
        roles: [...roles],
        agent_id: agentId ?? null,
      })
      .execute();
    for (const team_id of ledTeamIds) {
      await trx
        .insertInto('led_team')
        .values({ centre: centreName, person_id: personId, team_id })
        .execute();
    }
  });
  return { personId, email };
}

/** The header with which somebody is signed in, without asking for his password. */
export async function sessionCookieOf(
  { identity }: Pick<Centre, 'identity'>,
  userId: string,
): Promise<string> {
  const { internalAdapter, authCookies, secret } = await identity.engine.$context;
  const { token } = await internalAdapter.createSession(userId);
  const signature = createHmac('sha256', secret).update(token).digest('base64');
  return `${authCookies.sessionToken.name}=${encodeURIComponent(`${token}.${signature}`)}`;
}
