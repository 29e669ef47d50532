import { useSyncExternalStore } from 'react';

export type Theme = 'light' | 'dark';

// The same name in public/theme.js, which sets it before the first paint.
const KEPT_AS = 'rapport-look';

const listeners = new Set<() => void>();

/** The theme on the screen. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, () =>
    document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light',
  );
}

/** Shows the other theme, from now on. */
export function changeTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme;
  localStorage.setItem(KEPT_AS, JSON.stringify({ theme, density: density() }));
  for (const listener of listeners) listener();
}

function density(): string | undefined {
  return document.documentElement.dataset['density'];
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
