import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { openBrowser } from '../../e2e/open-browser.ts';
import type { Bench, Figure } from '../bench.ts';
import { quantile } from '../quantile.ts';
import { type BusyDesk, openBusyDesk } from '../busy-desk.ts';

const QUEUE_ITEMS = 500;
const DELTAS_PER_SECOND = 50;
const PRESSES = 120;
/** Somebody quick. */
const PRESS_EVERY_MS = 150;
const DIST = join(import.meta.dirname, '../../packages/web/dist');
const KB = 1_000;
/** What the browser tells of key presses is no finer than this, and shorter ones are not told at all. */
const FINEST_MS = 16;

/** The agent desk with a full queue in which something changes all the time, in a real browser. */
export const webBench: Bench = {
  name: 'web',
  summary: `the agent desk with ${QUEUE_ITEMS} items and ${DELTAS_PER_SECOND} changes a second, in Chromium`,
  obstacle: () =>
    existsSync(join(DIST, 'index.html'))
      ? undefined
      : 'the screens are not built; run: npm run build',
  async run(say) {
    await using stack = new AsyncDisposableStack();
    const desk = stack.use(await openBusyDesk(QUEUE_ITEMS));
    say(`${QUEUE_ITEMS} items are in the agent's hands`);
    const browser = stack.adopt(await openBrowser(), (opened) => opened.close());
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    await context.addInitScript(WATCH);
    const page = await context.newPage();
    await desk.signIn(page);
    const readyMs = await readyAfter(page, desk);
    say('the screen is there');
    using changes = desk.change(DELTAS_PER_SECOND);
    await sleep(2_000);
    const before = await watched(page);
    for (let press = 0; press < PRESSES; press++) {
      await page.keyboard.press(press % 20 < 10 ? 'j' : 'k');
      await sleep(PRESS_EVERY_MS);
    }
    const after = await watched(page);
    const told = after.pressMs.slice(before.pressMs.length);
    const pressMs = [...told, ...Array<number>(Math.max(0, PRESSES - told.length)).fill(FINEST_MS)];
    const p95Ms = quantile(pressMs, 0.95);
    const shift = after.shift - before.shift;
    return [
      ...sizes(),
      atMost('from opening the page to a queue with rows', readyMs, 1_000, 'ms'),
      atMost('key to painted: p95', p95Ms, 100, 'ms'),
      { name: 'the same: p50', unit: 'ms', value: quantile(pressMs, 0.5) },
      atMost('layout shift while live', shift, 0, ''),
      { name: 'changes that were made a second', unit: '/s', value: changes.perSecond() },
    ];
  },
};

function atMost(name: string, value: number, limit: number, unit: string): Figure {
  const aim = limit === 0 ? 'none' : `at most ${limit} ${unit}`;
  return { name, value, unit, aim, isMet: value <= limit };
}

/**
 * What the first screen loads, which is that on which people sign in, and what each other one adds,
 * compressed; and what somebody loads who comes back to his desk.
 */
function sizes(): readonly Figure[] {
  const folder = join(DIST, 'assets');
  const kilobytes = new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.js'))
      .map((name) => [name, gzipSync(readFileSync(join(folder, name))).byteLength / KB]),
  );
  const sum = (names: Iterable<string>): number =>
    [...names].reduce((total, name) => total + (kilobytes.get(name) ?? 0), 0);
  const first = withImports(chunksIn(readFileSync(join(DIST, 'index.html'), 'utf8')));
  const added = (name: string): number =>
    sum([...withImports([name])].filter((each) => !first.has(each)));
  const others = [...kilobytes.keys()].filter((name) => !first.has(name));
  const desk = sum(first) + Math.max(0, ...others.filter(isDesk).map(added));
  return [
    atMost('JavaScript of the first screen, compressed', sum(first), 150, 'kB'),
    atMost('the largest of what other screens add', Math.max(0, ...others.map(added)), 60, 'kB'),
    { name: 'first screen and desk together', unit: 'kB', value: desk },
  ];
}

const isDesk = (name: string): boolean => name.startsWith('Desk-');

/** Chunks, and those that they import at once. */
function withImports(names: readonly string[]): ReadonlySet<string> {
  const all = new Set<string>();
  const visit = (name: string): void => {
    if (all.has(name)) return;
    all.add(name);
    const text = readFileSync(join(DIST, 'assets', name), 'utf8');
    for (const [, imported] of text.matchAll(/from\s*["']\.\/([\w.-]+\.js)["']/gu)) {
      if (imported !== undefined) visit(imported);
    }
  };
  for (const name of names) visit(name);
  return all;
}

function chunksIn(page: string): readonly string[] {
  return [...page.matchAll(/assets\/([\w.-]+\.js)/gu)].flatMap(([, name]) => name ?? []);
}

interface Watched {
  readonly pressMs: readonly number[];
  readonly shift: number;
}

/** Runs in the page before anything else: notes how long keys take to be painted, and what jumps. */
const WATCH = `
  window.watched = { pressMs: [], shift: 0 };
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) {
      if (name === 'keydown') window.watched.pressMs.push(duration);
    }
  }).observe({ type: 'event', durationThreshold: ${FINEST_MS}, buffered: true });
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) {
      if (!hadRecentInput) window.watched.shift += value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
`;

async function watched(page: Page): Promise<Watched> {
  return await page.evaluate<Watched>('window.watched');
}

/** From opening the page, signed in, until the queue shows its rows; the median of five. */
async function readyAfter(page: Page, { address }: BusyDesk): Promise<number> {
  const tries: number[] = [];
  for (let count = 0; count < 5; count++) {
    await page.goto('about:blank');
    const startedAt = performance.now();
    await page.goto(`${address}/desk`, { waitUntil: 'commit' });
    await page.getByText('Customer 1', { exact: true }).first().waitFor();
    tries.push(performance.now() - startedAt);
  }
  return quantile(tries, 0.5);
}
