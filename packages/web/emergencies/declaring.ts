import { useSyncExternalStore } from 'react';
import type { Me } from '../session/session.ts';

let isOpen = false;
const listeners = new Set<() => void>();

/** Asks for what an emergency needs, or no more. */
export function askEmergency(next: boolean): void {
  isOpen = next;
  for (const listener of listeners) listener();
}

/** Whether it is being asked. */
export function useIsDeclaring(): boolean {
  return useSyncExternalStore(subscribe, () => isOpen);
}

/** Whether somebody may say that everybody is needed at once, and that it is over. */
export function mayDeclare({ roles }: Pick<Me, 'roles'>): boolean {
  return roles.includes('supervisor') || roles.includes('administrator');
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
