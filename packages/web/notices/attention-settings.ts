import { useSyncExternalStore } from 'react';

/** How somebody wants to be called, on this machine. */
export interface AttentionSettings {
  /** 0 is silent, 1 as loud as it gets. */
  readonly volume: number;
  readonly isOnDesktop: boolean;
}

const KEPT_AS = 'rapport-attention';
const FIRST: AttentionSettings = { volume: 0.5, isOnDesktop: false };

let settings: AttentionSettings = readSettings();
const listeners = new Set<() => void>();

export function attentionSettings(): AttentionSettings {
  return settings;
}

/** The settings, drawn anew when they change. */
export function useAttentionSettings(): AttentionSettings {
  return useSyncExternalStore(subscribe, attentionSettings);
}

/** From now on, also after a reload. */
export function changeAttention(changed: Partial<AttentionSettings>): void {
  settings = { ...settings, ...changed };
  localStorage.setItem(KEPT_AS, JSON.stringify(settings));
  for (const listener of listeners) listener();
}

function readSettings(): AttentionSettings {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT_AS) ?? '{}') as Partial<AttentionSettings>;
    return { ...FIRST, ...kept };
  } catch {
    // What cannot be read was not written here.
    return FIRST;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
