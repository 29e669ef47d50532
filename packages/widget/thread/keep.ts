/** What a browser keeps of a thread between pages, as text by name. */
export interface Keeping {
  readonly get: (name: string) => string | undefined;
  readonly set: (name: string, value: string | undefined) => void;
}

/**
 * Keeps in the page's local storage, under the entry point; where the browser keeps nothing, for as
 * long as the page is there.
 */
export function keepingFor(centre: string, entryId: string): Keeping {
  const prefix = `rapport:${centre}:${entryId}:`;
  const here = new Map<string, string>();
  return {
    get(name) {
      try {
        return localStorage.getItem(prefix + name) ?? here.get(name);
      } catch {
        // Private windows and settings may forbid it.
        return here.get(name);
      }
    },
    set(name, value) {
      if (value === undefined) here.delete(name);
      else here.set(name, value);
      try {
        if (value === undefined) localStorage.removeItem(prefix + name);
        else localStorage.setItem(prefix + name, value);
      } catch {
        // Full, or forbidden: `here` has it.
      }
    },
  };
}

/** For a page whose address holds the token: keeps what is written, and never the token. */
export function keepingOnPage(centre: string, token: string): Keeping {
  const kept = keepingFor(centre, `status:${token.slice(-8)}`);
  return {
    get: (name) => (name === 'token' ? token : kept.get(name)),
    set: (name, value) => {
      if (name !== 'token') kept.set(name, value);
    },
  };
}
