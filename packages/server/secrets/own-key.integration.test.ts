import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../database/open-database.ts';
import { withSecondFactor } from '../identity/sign-in/accounts.ts';
import { type Centre, openCentre } from '../open-centre.ts';
import { readSettings } from '../read-settings.ts';
import type { Tables } from '../store/tables.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { createTestPerson } from '../testing/test-person.ts';
import { adoptKey, SecretKeyWrong } from './own-key.ts';

let root: string;

beforeAll(async () => {
  root = await temporaryFolder();
});

afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

const settingsWith = (key?: Buffer) =>
  readSettings({
    RAPPORT_DATA: join(root, 'data'),
    ...(key && { RAPPORT_SECRET_KEY: key.toString('base64') }),
  });
const open = (key?: Buffer) => openCentre(settingsWith(key), { notice: () => undefined });

async function giveSecondFactor({ database, name }: Centre): Promise<void> {
  const db = database.kysely;
  const { personId } = await createTestPerson({ database, name }, { roles: ['agent'] });
  const { user_id } = await db
    .selectFrom('person')
    .select('user_id')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  await db
    .insertInto('auth_two_factor')
    .values({ id: 'factor', user_id: user_id ?? '', secret: 'sealed', backup_codes: 'sealed' })
    .execute();
}

test('another key is taken while nothing is sealed, then refused, and adopted on request', async () => {
  const [first, second] = [randomBytes(32), randomBytes(32)];
  await (await open(first)).close();
  const centre = await open(second);
  await giveSecondFactor(centre);
  await centre.close();
  await expect(open(first)).rejects.toThrow(SecretKeyWrong);
  await (await open(second)).close();

  {
    await using database = await openDatabase<Tables>(settingsWith());
    const db = database.kysely;
    expect(await adoptKey({ db, centre: 'main', key: first })).toBe(1);
    expect(await withSecondFactor(db, 'main')).toEqual([]);
  }
  await expect((await open(first)).close()).resolves.toBeUndefined();
});
