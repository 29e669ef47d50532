import { useSyncExternalStore } from 'react';
import { answered, api, Refused } from './api.ts';

/** Who is signed in. */
export type Me = Awaited<ReturnType<typeof readMe>>;

/** `unknown` until the server has been asked. */
export type Session =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'unreachable'; readonly reason: string }
  | { readonly kind: 'signed-in'; readonly me: Me };

let session: Session = { kind: 'unknown' };
const listeners = new Set<() => void>();

/** Who is signed in here, and drawn anew when that changes. */
export function useSession(): Session {
  return useSyncExternalStore(subscribe, () => session);
}

/** That somebody has signed in here; the cookie itself is hidden from scripts. */
const SIGN = 'rapport.session';

/** Finds out who is signed in as the page opens. Where nobody has ever been, the server is not asked. */
export async function findSession(): Promise<void> {
  if (localStorage.getItem(SIGN) === null) become({ kind: 'signed-out' });
  else await openSession();
}

/** Asks the server who is signed in. */
export async function openSession(): Promise<void> {
  try {
    become({ kind: 'signed-in', me: await readMe() });
    localStorage.setItem(SIGN, 'yes');
  } catch (error) {
    if (error instanceof Refused && error.type === 'unauthenticated') {
      localStorage.removeItem(SIGN);
      become({ kind: 'signed-out' });
    } else become({ kind: 'unreachable', reason: String(error) });
  }
}

/** Ends the session here, whatever the server says. */
export async function leave(): Promise<void> {
  await api.DELETE('/api/v1/session').catch(() => undefined);
  localStorage.removeItem(SIGN);
  become({ kind: 'signed-out' });
}

function readMe() {
  return answered(api.GET('/api/v1/me'));
}

function become(next: Session): void {
  session = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
