import type { Principal } from './principal.ts';

/**
 * How long something that was ended may still open, in the processes that were not told. Live clients
 * are asked about every 1.5 s, so that they too are let go within 5 s.
 */
const REMEMBERED_MS = 2_500;
const REMEMBERED_MAX = 10_000;
/** As many as people and programs of a large centre have in a day. */
const KNOWN_MAX = 50_000;

/** Looks up whom what was shown belongs to, by its hash. */
export type FindPrincipal = (hash: string) => Promise<Principal | undefined>;

/** A search that remembers for a moment whom it found. */
export interface PrincipalMemory {
  readonly find: FindPrincipal;
  /** Whose it was when it was last looked up; whether it still is, only `find` says. */
  readonly knownId: (hash: string) => string | undefined;
  /** What was ended or changed here holds at once. */
  readonly forget: () => void;
}

export function rememberPrincipals(find: FindPrincipal): PrincipalMemory {
  let remembered = new Map<string, { readonly principal: Principal; readonly until: number }>();
  const knownIds = new Map<string, string>();
  return {
    async find(hash) {
      const known = remembered.get(hash);
      if (known !== undefined && known.until > Date.now()) return known.principal;
      // Who forgets meanwhile gets another map, and what was read before goes into the old one.
      const into = remembered;
      into.delete(hash);
      const principal = await find(hash);
      // The map keeps the order of insertion: who was looked up last is last.
      knownIds.delete(hash);
      if (principal === undefined) return undefined;
      knownIds.set(hash, principal.id);
      if (knownIds.size > KNOWN_MAX) knownIds.delete(knownIds.keys().next().value ?? '');
      if (into.size >= REMEMBERED_MAX) into.clear();
      into.set(hash, { principal, until: Date.now() + REMEMBERED_MS });
      return principal;
    },
    knownId: (hash) => knownIds.get(hash),
    forget() {
      remembered = new Map();
    },
  };
}
