import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CDPSession, Page } from 'playwright-core';
import { openBrowser } from '../../e2e/open-browser.ts';
import type { Bench, Figure } from '../bench.ts';
import { type BusyFloor, openBusyFloor } from '../busy-floor.ts';
import { quantile } from '../quantile.ts';

const AGENTS = 200;
/** Items that nobody can take, so that the list of what is at risk is full. */
const HOPELESS = 150;
/** Serving somebody takes three commands and four events. */
const EVENTS_PER_COMMAND = 4 / 3;
const PACES = [300, 1_000];
/** What was measured at another pace says nothing of this one. */
const PACE_RATIO_MIN = 0.9;
const SECONDS = 15;
const WARM_UP_MS = 3_000;
/** Not in step with the four paints a second. */
const MARK_EVERY_MS = 430;
const DIST = join(import.meta.dirname, '../../packages/web/dist/index.html');

/** The live floor of a large centre at full steam, in a real browser. */
export const floorBench: Bench = {
  name: 'floor',
  summary: `the live floor with ${AGENTS} agents, at ${PACES.join(' and ')} events a second, in Chromium`,
  obstacle: () => (existsSync(DIST) ? undefined : 'the screens are not built; run: npm run build'),
  async run(say) {
    await using stack = new AsyncDisposableStack();
    const floor = stack.use(await openBusyFloor({ agentCount: AGENTS, hopelessCount: HOPELESS }));
    say(`${AGENTS} agents are there`);
    const browser = stack.adopt(await openBrowser(), (opened) => opened.close());
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    await context.addInitScript(WATCH);
    const page = await context.newPage();
    await floor.signIn(page);
    await floor.mark('mark-0');
    await page.locator('.person-card', { hasText: 'mark-0' }).click();
    await page.locator('.chosen-head').getByText('mark-0').waitFor();
    // Away from the lists, which stand still for whoever is in them.
    await page.mouse.move(5, 5);
    await page.evaluate('document.activeElement.blur()');
    const figures: Figure[] = [];
    const metrics = await context.newCDPSession(page);
    await metrics.send('Performance.enable', { timeDomain: 'threadTicks' });
    const watching = { floor, page, metrics, say };
    for (const pace of PACES) figures.push(...(await atPace(pace, watching)));
    return figures;
  },
};

interface Watching {
  readonly floor: BusyFloor;
  readonly page: Page;
  /** Of the page, with times as those of its thread: how long it waited for a processor counts not. */
  readonly metrics: CDPSession;
  readonly say: (progress: string) => void;
}

async function atPace(pace: number, watching: Watching): Promise<readonly Figure[]> {
  const { floor, page, say } = watching;
  using stack = new DisposableStack();
  stack.use(floor.drive(pace / EVENTS_PER_COMMAND));
  await sleep(WARM_UP_MS);
  await page.evaluate('window.watched = window.unwatched()');
  const before = await used(watching);
  const sentAt = await mark(floor, pace);
  await sleep(1_000);
  const after = await used(watching);
  const perSecond = (pick: (of: Used) => number): number =>
    (pick(after) - pick(before)) / (after.atSeconds - before.atSeconds);
  const { paintedAt, shift, jumped, tasks } = await page.evaluate<Watched>('window.watched');
  const delays = [...sentAt].map(([reason, at]) => (paintedAt[reason] ?? Infinity) - at);
  const events = perSecond(({ eventCount }) => eventCount);
  say(`${Math.round(events)} events a second`);
  for (const what of new Set(jumped)) say(`jumped: ${what}`);
  const name = (text: string): string => `at ${pace} events/s: ${text}`;
  return [
    {
      ...{ name: name('events that happened'), value: events, unit: '/s' },
      ...{
        aim: `at least ${PACE_RATIO_MIN * 100} % of them`,
        isMet: events >= pace * PACE_RATIO_MIN,
      },
    },
    { name: name('command to painted: p50'), value: quantile(delays, 0.5), unit: 'ms' },
    atMost(name('command to painted: p95'), quantile(delays, 0.95), 1_000, 'ms'),
    { name: name('command to painted: slowest'), value: Math.max(...delays), unit: 'ms' },
    atMost(name('layout shift'), shift, 0, ''),
    { name: name('longest task of the page'), value: Math.max(0, ...tasks), unit: 'ms' },
    {
      name: name('processors that the page used'),
      value: perSecond(({ pageSeconds }) => pageSeconds),
      unit: '',
    },
    {
      name: name('processors that the server used'),
      value: perSecond(({ serverSeconds }) => serverSeconds),
      unit: '',
    },
  ];
}

/** Changes something that is in sight now and then; returns when each change was sent. */
async function mark(floor: BusyFloor, pace: number): Promise<ReadonlyMap<string, number>> {
  const sentAt = new Map<string, number>();
  const until = performance.now() + SECONDS * 1_000;
  for (let number = 0; performance.now() < until; number++) {
    const reason = `mark-${pace}-${number}.`;
    sentAt.set(reason, Date.now());
    await floor.mark(reason);
    await sleep(MARK_EVERY_MS);
  }
  return sentAt;
}

interface Used {
  readonly atSeconds: number;
  readonly eventCount: number;
  readonly pageSeconds: number;
  readonly serverSeconds: number;
}

async function used({ floor, metrics }: Watching): Promise<Used> {
  const told = await metrics.send('Performance.getMetrics');
  return {
    atSeconds: performance.now() / 1_000,
    eventCount: await floor.eventCount(),
    pageSeconds: told.metrics.find((each) => each.name === 'TaskDuration')?.value ?? NaN,
    serverSeconds: floor.serverCpuSeconds(),
  };
}

function atMost(name: string, value: number, limit: number, unit: string): Figure {
  const aim = limit === 0 ? 'none' : `at most ${limit} ${unit}`;
  return { name, value, unit, aim, isMet: value <= limit };
}

interface Watched {
  /** By reason: when it had been painted. */
  readonly paintedAt: Readonly<Record<string, number>>;
  readonly shift: number;
  /** Classes and words of what it was. */
  readonly jumped: readonly string[];
  /** Long tasks, by how long they took. */
  readonly tasks: readonly number[];
}

/** Runs in the page before anything else: notes when marks are painted, what jumps and what takes long. */
const WATCH = `
  window.unwatched = () => ({ paintedAt: {}, shift: 0, jumped: [], tasks: [] });
  window.watched = window.unwatched();
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries()) {
      window.watched.shift += value;
      for (const { node } of sources) {
        const { className, textContent } = node?.nodeType === 3 ? node.parentElement : node ?? {};
        window.watched.jumped.push((className ?? '') + ' “' + textContent?.slice(0, 40) + '”');
      }
    }
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.watched.tasks.push(duration);
  }).observe({ type: 'longtask', buffered: true });
  const channel = new MessageChannel();
  const afterPaint = (run) => requestAnimationFrame(() => { channel.port1.onmessage = run; channel.port2.postMessage(0); });
  const look = () => {
    const reason = document.querySelector('.chosen-head')?.textContent.match(/mark-\\d+-\\d+\\./)?.[0];
    if (reason === undefined || window.watched.paintedAt[reason] !== undefined) return;
    window.watched.paintedAt[reason] = Infinity;
    afterPaint(() => { window.watched.paintedAt[reason] = Date.now(); });
  };
  document.addEventListener('DOMContentLoaded', () =>
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true }));
`;
