import { useEffect, useState } from 'react';
import { answered, api } from '../session/api.ts';
import type { Profile } from './floor-model.ts';

/** What is written down of everybody, and what teams are called. */
export interface Directory {
  readonly profiles: ReadonlyMap<string, Profile>;
  readonly teams: ReadonlyMap<string, string>;
}

const NOTHING: Directory = { profiles: new Map(), teams: new Map() };
/** People and teams seldom change. */
const RENEW_MS = 60_000;

/** The directory, read when the screen opens and once a minute. */
export function useDirectory(): Directory {
  const [directory, setDirectory] = useState(NOTHING);
  useEffect(() => {
    let isCurrent = true;
    const load = (): void => {
      Promise.all([profiles(), teams()]).then(
        ([byAgent, byTeam]) => {
          if (isCurrent) setDirectory({ profiles: byAgent, teams: byTeam });
        },
        // What was read before stays; in a minute it is tried again.
        () => undefined,
      );
    };
    load();
    const timer = setInterval(load, RENEW_MS);
    return () => {
      isCurrent = false;
      clearInterval(timer);
    };
  }, []);
  return directory;
}

async function profiles(): Promise<ReadonlyMap<string, Profile>> {
  const found = new Map<string, Profile>();
  let cursor: string | undefined;
  do {
    const query = { limit: 200, ...(cursor !== undefined && { cursor }) };
    const page = await answered(api.GET('/api/v1/agents', { params: { query } }));
    for (const { agentId, piiName = agentId, teamId, skills, capacity } of page.items) {
      found.set(agentId, { agentId, name: piiName, teamId, skills, capacity });
    }
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return found;
}

async function teams(): Promise<ReadonlyMap<string, string>> {
  const page = await answered(api.GET('/api/v1/teams', { params: { query: { limit: 200 } } }));
  return new Map(page.items.map(({ teamId, name }) => [teamId, name]));
}
