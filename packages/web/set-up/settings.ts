import { useEffect, useSyncExternalStore } from 'react';
import { forgetAgentNames } from '../desk/agent-names.ts';
import { answered, api } from '../session/api.ts';
import { learnSkillNames } from '../skills/skill-names.ts';

const PAGE = 200;

interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor?: string | undefined;
}

/** Everything of a list, page after page. */
async function all<Item>(
  read: (query: { limit: number; cursor?: string }) => Promise<Page<Item>>,
): Promise<readonly Item[]> {
  const found: Item[] = [];
  let cursor: string | undefined;
  do {
    const page = await read({ limit: PAGE, ...(cursor !== undefined && { cursor }) });
    found.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return found;
}

/** What customers are called, a hundred at a time. */
async function customerNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (let from = 0; from < ids.length; from += 100) {
    const query = { ids: ids.slice(from, from + 100).join(','), limit: 100 };
    const { items } = await answered(api.GET('/api/v1/customers', { params: { query } }));
    for (const { customerId, piiName, identities } of items) {
      found.set(customerId, piiName ?? identities[0]?.value ?? customerId);
    }
  }
  return found;
}

/** What set-up reads, by name; the position of the last write is awaited. */
const READERS = {
  divisions: () => all((query) => answered(api.GET('/api/v1/divisions', { params: { query } }))),
  sites: () => all((query) => answered(api.GET('/api/v1/sites', { params: { query } }))),
  teams: () => all((query) => answered(api.GET('/api/v1/teams', { params: { query } }))),
  people: () => all((query) => answered(api.GET('/api/v1/people', { params: { query } }))),
  agents: () =>
    all((query) => answered(api.GET('/api/v1/agents', { params: { query: shown(query) } }))),
  /** Those that are part of no agreement. */
  promises: async () => {
    const promises = await all((query) =>
      answered(api.GET('/api/v1/promises', { params: { query: shown(query) } })),
    );
    return promises.filter(({ agreementId }) => agreementId === undefined);
  },
  agreements: () => all((query) => answered(api.GET('/api/v1/agreements', { params: { query } }))),
  /** One: who goes before others, each by name, and how many may. */
  credits: async () => {
    const { items, creditsMax } = await answered(api.GET('/api/v1/credits'));
    const names = await customerNames(items.map(({ customerId }) => customerId));
    const nameOf = (id: string): string => names.get(id) ?? id;
    const named = items.map((each) => ({ ...each, name: nameOf(each.customerId) }));
    return [{ items: named, creditsMax }];
  },
  /** One: the numbers in the rule. */
  policy: async () => [await answered(api.GET('/api/v1/policy', { params: { query: shown({}) } }))],
  calendars: () =>
    all((query) => answered(api.GET('/api/v1/calendars', { params: { query: shown(query) } }))),
  /** One, with its version. */
  dispositions: async () => [await answered(api.GET('/api/v1/dispositions'))],
  /** One, with its version; from then on skills are called so everywhere. */
  skillNames: async () => {
    const named = await answered(api.GET('/api/v1/skill-names'));
    learnSkillNames(named);
    return [named];
  },
  /** One, with its version. */
  settings: async () => [await answered(api.GET('/api/v1/settings'))],
  /** The latest. */
  imports: async () =>
    (await answered(api.GET('/api/v1/imports', { params: { query: { limit: 50 } } }))).items,
  entryPoints: () =>
    all((query) => answered(api.GET('/api/v1/entry-points', { params: { query } }))),
} as const;

export type SettingName = keyof typeof READERS;

type Item<Name extends SettingName> = Awaited<ReturnType<(typeof READERS)[Name]>>[number];

export type Person = Item<'people'>;
export type Agent = Item<'agents'>;
export type PromiseTerms = Item<'promises'>;
export type Agreement = Item<'agreements'>;
export type Credit = Item<'credits'>['items'][number];
export type CentreSettings = Item<'settings'>;
export type ImportRecord = Item<'imports'>;
export type EntryPoint = Item<'entryPoints'>;

/** A list of settings: what is known stays on the screen while it is read again. */
export interface Known<Each> {
  readonly items: readonly Each[];
  readonly isKnown: boolean;
  /** Why it could not be read. */
  readonly fault?: string | undefined;
  readonly reload: () => void;
}

const known = new Map<SettingName, Known<unknown>>();
const reading = new Map<SettingName, Promise<void>>();
const listeners = new Set<() => void>();
let position: number | undefined;

/** A list of settings, drawn anew when it is read again. */
export function useSettings<Name extends SettingName>(name: Name): Known<Item<Name>> {
  useEffect(() => void keptReading(name), [name]);
  // Kept under its own name by its own reader.
  return useSyncExternalStore(subscribe, () => stateOf(name)) as Known<Item<Name>>;
}

/** Reads lists again, at least as of the write that told this position. */
export async function reloadSettings(
  names: readonly SettingName[],
  writtenAt?: number,
): Promise<void> {
  if (writtenAt !== undefined) position = Math.max(position ?? 0, writtenAt);
  await Promise.all(names.map(reload));
  // Now that what is read is as new as what was written.
  if (names.includes('agents')) forgetAgentNames();
}

function shown<Query extends object>(query: Query): Query & { after?: number } {
  return { ...query, ...(position !== undefined && { after: position }) };
}

/** However many show a list, it is read once at a time for them. */
function keptReading(name: SettingName): Promise<void> {
  let read = reading.get(name);
  if (read === undefined) {
    read = reload(name).finally(() => reading.delete(name));
    reading.set(name, read);
  }
  return read;
}

async function reload(name: SettingName): Promise<void> {
  try {
    const items = await READERS[name]();
    become(name, { items, isKnown: true, reload: () => void reload(name) });
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    become(name, { ...stateOf(name), fault });
  }
}

function stateOf(name: SettingName): Known<unknown> {
  let state = known.get(name);
  if (state === undefined) {
    state = { items: [], isKnown: false, reload: () => void reload(name) };
    known.set(name, state);
  }
  return state;
}

function become(name: SettingName, state: Known<unknown>): void {
  known.set(name, state);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
