import { useEffect, useState } from 'react';
import { answered, api } from '../session/api.ts';

let names: Promise<ReadonlyMap<string, string>> | undefined;

/** Has them read anew by whoever asks next: somebody came, left or is called otherwise. */
export function forgetAgentNames(): void {
  names = undefined;
}

/** What agents are called, by id; empty until it is known. Asked once a page, and once it was forgotten. */
export function useAgentNames(): ReadonlyMap<string, string> {
  const [known, setKnown] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    names ??= loadNames();
    names.then(setKnown, () => (names = undefined));
  }, []);
  return known;
}

async function loadNames(): Promise<ReadonlyMap<string, string>> {
  const all = new Map<string, string>();
  let cursor: string | undefined;
  do {
    const query = { limit: 200, ...(cursor !== undefined && { cursor }) };
    const { items, nextCursor } = await answered(api.GET('/api/v1/agents', { params: { query } }));
    for (const { agentId, piiName } of items) all.set(agentId, piiName ?? agentId);
    cursor = nextCursor;
  } while (cursor !== undefined);
  return all;
}
