import { useEffect, useState } from 'react';
import { answered, api } from '../session/api.ts';
import { type Agreement, useSettings } from './settings.ts';
import { useWords } from './words/words.ts';

/** What accounts are called, as far as it was asked. */
const names = new Map<string, string>();

/** Whom an agreement serves, in words; its id until it is known what an account is called, or where that may not be read. */
export function useServedName({ accountId, divisionId }: Agreement['serves']): string {
  const say = useWords();
  const divisions = useSettings('divisions');
  const [, setCount] = useState(0);
  useEffect(() => {
    if (accountId === undefined || names.has(accountId)) return;
    answered(api.GET('/api/v1/accounts/{accountId}', { params: { path: { accountId } } })).then(
      ({ piiName }) => {
        names.set(accountId, piiName);
        setCount((count) => count + 1);
      },
      () => undefined,
    );
  }, [accountId]);
  if (accountId !== undefined) return names.get(accountId) ?? accountId;
  if (divisionId === undefined) return say('agreements.everybody');
  return divisions.items.find((each) => each.divisionId === divisionId)?.name ?? divisionId;
}

/**
 * The account of this name.
 *
 * @throws {Refused} accounts may not be read, or the centre cannot be reached.
 */
export async function accountNamed(name: string): Promise<string | undefined> {
  const query = { namePrefix: name, limit: 50 };
  const { items } = await answered(api.GET('/api/v1/accounts', { params: { query } }));
  const exact = items.filter(({ piiName }) => piiName.toLowerCase() === name.toLowerCase());
  const [found, another] = exact.length > 0 ? exact : items;
  return another === undefined ? found?.accountId : undefined;
}
