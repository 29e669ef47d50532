import type { Matter } from '../words/write-matter.ts';

/** With what customers came, so that colleagues of the crowd answer that. */
export interface Matters {
  readonly leave: (customerId: string, matter: Matter) => void;
  /** Undefined for whoever is not of the crowd. */
  readonly of: (customerId: string | undefined, subject: string | undefined) => Matter | undefined;
}

const MATTERS_MAX = 5_000;

/** Remembers the newest. */
export function createMatters(): Matters {
  const known = new Map<string, Matter>();
  const nameOf = (customerId = '', subject = ''): string => `${customerId} ${subject}`;
  return {
    leave(customerId, matter) {
      known.set(nameOf(customerId, matter.subject), matter);
      for (const oldest of known.keys()) {
        if (known.size <= MATTERS_MAX) return;
        known.delete(oldest);
      }
    },
    of: (customerId, subject) => known.get(nameOf(customerId, subject)),
  };
}
