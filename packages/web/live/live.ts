import {
  createLiveClient,
  type LiveClient,
  type TopicName,
  type TopicParams,
  type TopicState,
} from '@rapport/protocol';
import { useCallback, useSyncExternalStore } from 'react';
import { setServerTime } from '../design/clock.ts';

/** How the line to the server is; `heardAt` by the clock of this machine. */
export interface LineState {
  /** `resting` while nobody follows anything. */
  readonly kind: 'resting' | 'connecting' | 'on' | 'lost';
  readonly heardAt: number;
}

/** What is known of a topic. */
export type Followed<Name extends TopicName> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'known'; readonly state: TopicState<Name>; readonly position: number }
  | { readonly kind: 'declined'; readonly title: string };

/** After so long without a word the line counts as lost; the server beats each 10 s at most. */
const SILENCE_MS = 12_000;

let line: LineState = { kind: 'resting', heardAt: Date.now() };
let client: LiveClient | undefined;
let silence: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** How the line to the server is, and drawn anew when that changes. */
export function useLine(): LineState {
  return useSyncExternalStore(subscribe, () => line);
}

/** A topic that somebody follows, once for all who do. */
interface Shared {
  followed: Followed<TopicName>;
  readonly listeners: Set<() => void>;
  end: () => void;
}

const LOADING = { kind: 'loading' } as const;
const shared = new Map<string, Shared>();

/** Follows a topic while the component is drawn, over broken lines too. */
export function useTopic<Name extends TopicName>(
  topic: Name,
  params: TopicParams<Name>,
): Followed<Name> {
  const key = JSON.stringify(params);
  const share = useCallback((listener: () => void) => follow(topic, key, listener), [topic, key]);
  const read = (): Followed<TopicName> => shared.get(`${topic} ${key}`)?.followed ?? LOADING;
  return useSyncExternalStore(share, read) as Followed<Name>;
}

/** Joins those who follow a topic; returns how to leave them. The last to leave ends it, at once or soon. */
function follow(topic: TopicName, key: string, listener: () => void): () => void {
  const id = `${topic} ${key}`;
  const kept = shared.get(id);
  // What was declined once may be allowed by now: whoever comes back asks again.
  const isOver = kept?.followed.kind === 'declined' && kept.listeners.size === 0;
  const entry = kept === undefined || isOver ? begin(topic, key) : kept;
  shared.set(id, entry);
  lingering.delete(id);
  entry.listeners.add(listener);
  return () => {
    entry.listeners.delete(listener);
    if (entry.listeners.size > 0) return;
    if (topic === 'conversation') linger(id, entry);
    else end(id, entry);
  };
}

function end(id: string, entry: Shared): void {
  entry.end();
  if (shared.get(id) === entry) shared.delete(id);
}

/** So many conversations that nobody looks at are kept in step, so that one who comes back sees them at once. */
const LINGERING_MAX = 8;

/** By their ids, the one that was left last at the end. */
const lingering = new Map<string, Shared>();

function linger(id: string, entry: Shared): void {
  lingering.delete(id);
  lingering.set(id, entry);
  const [oldest] = lingering;
  if (lingering.size <= LINGERING_MAX || oldest === undefined) return;
  lingering.delete(oldest[0]);
  if (oldest[1].listeners.size === 0) end(...oldest);
}

function begin(topic: TopicName, key: string): Shared {
  const entry: Shared = { followed: LOADING, listeners: new Set(), end: () => undefined };
  const tell = (followed: Followed<TopicName>): void => {
    entry.followed = followed;
    tellSoon(entry);
  };
  const { end } = liveClient().subscribe({
    topic,
    params: JSON.parse(key) as TopicParams<TopicName>,
    onState: (state, position) => tell({ kind: 'known', state, position }),
    onProblem: ({ title }) => tell({ kind: 'declined', title }),
  });
  entry.end = end;
  return entry;
}

/** So long news waits where the page draws no frames, as when it is hidden. */
const FRAMELESS_MS = 200;

/** Topics whose followers are told together, once a frame, however much has come. */
const news = new Set<Shared>();

function tellSoon(entry: Shared): void {
  news.add(entry);
  if (news.size > 1) return;
  const tellAll = (): void => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    const told = [...news];
    news.clear();
    for (const each of told) for (const listener of each.listeners) listener();
  };
  const frame = requestAnimationFrame(tellAll);
  const timer = setTimeout(tellAll, FRAMELESS_MS);
}

/** Leaves the line, as whoever signs out does. */
export function hangUp(): void {
  client?.close();
  client = undefined;
  shared.clear();
  lingering.clear();
  clearTimeout(silence);
  become('resting');
}

function liveClient(): LiveClient {
  if (client === undefined) {
    become('connecting');
    client = createLiveClient({ connect, after, random: Math.random });
  }
  return client;
}

const connect: Parameters<typeof createLiveClient>[0]['connect'] = (on) => {
  const { protocol, host } = location;
  const socket = new WebSocket(`${protocol === 'https:' ? 'wss' : 'ws'}://${host}/api/v1/live`);
  socket.addEventListener('open', () => {
    heard();
    on.opened();
  });
  socket.addEventListener('message', ({ data }: MessageEvent<string>) => {
    heard();
    takeTime(data);
    on.received(data);
  });
  socket.addEventListener('close', () => {
    become('lost');
    on.closed();
  });
  return { send: (text) => socket.send(text), close: () => socket.close() };
};

function after(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

function heard(): void {
  clearTimeout(silence);
  silence = setTimeout(() => become('lost'), SILENCE_MS);
  if (line.kind === 'on') line = { kind: 'on', heardAt: Date.now() };
  else become('on');
}

/** Heartbeats carry the server's time. */
function takeTime(text: string): void {
  if (!text.startsWith('{"kind":"heartbeat"')) return;
  const { at } = JSON.parse(text) as { at?: number };
  if (at !== undefined) setServerTime(at);
}

function become(kind: LineState['kind']): void {
  if (kind !== 'lost') line = { kind, heardAt: Date.now() };
  else if (line.kind !== 'lost') line = { kind, heardAt: line.heardAt };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
