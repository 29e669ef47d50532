import { setTimeout as sleep } from 'node:timers/promises';
import type { CDPSession, Page } from 'playwright-core';
import { openBrowser } from '../../e2e/open-browser.ts';
import type { Bench, Figure } from '../bench.ts';
import { quantile } from '../quantile.ts';
import { residentBytes } from '../resident-bytes.ts';
import { type DemoUnderWatch, startDemoUnderWatch } from '../start-demo-under-watch.ts';

const SPEED = 10;
const MINUTES = 10;
const SAMPLE_EVERY_MS = 10_000;
/** What is loaded once, and how full everything is after a start, is no growth. */
const WARM_MS = 60_000;
const MEGABYTE = 1_000_000;
/** One a minute. */
const WRAP_UPS_MIN = MINUTES;
/** Of what there was in the first third; less is what chance does. */
const GROWTH_RATIO_MAX = 0.1;

/** The demo centre and an agent's page beside it, for minutes: whether memory stays. */
export const soakBench: Bench = {
  name: 'soak',
  summary: `the demo at ${SPEED} times its speed and Ted's desk in Chromium, for ${MINUTES} minutes`,
  isLong: true,
  async run(say) {
    await using stack = new AsyncDisposableStack();
    const demo = stack.use(await startDemoUnderWatch(SPEED));
    say(`the demo is open at ${demo.address}`);
    const browser = stack.adopt(await openBrowser(), (opened) => opened.close());
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    await beTed(page, demo.address);
    const watched = await page.context().newCDPSession(page);
    const untilAt = performance.now() + MINUTES * 60_000;
    using work = keepWorking(page);
    await sleep(WARM_MS);
    const samples: Sample[] = [];
    while (performance.now() < untilAt) {
      samples.push(await sample(demo, watched));
      say(lineOf(samples.at(-1) as Sample));
      await sleep(SAMPLE_EVERY_MS);
    }
    for (const line of demo.complaints()) say(`the server says: ${line}`);
    return [
      ...SERIES.flatMap((series) => figuresOf(series, samples)),
      wrapUpsOf(work.wrapUpCount()),
      noneOf('errors on the page', faults.length),
      noneOf('lines in the log of the server', demo.complaints().length),
    ];
  },
};

interface Sample {
  readonly serverHeap: number;
  readonly serverResident: number;
  readonly pageHeap: number;
  readonly pageElements: number;
}

const SERIES: readonly {
  readonly key: keyof Sample;
  readonly name: string;
  readonly unit: string;
  readonly per: number;
}[] = [
  { key: 'serverHeap', name: 'heap of the server after collecting', unit: 'MB', per: MEGABYTE },
  { key: 'serverResident', name: 'memory of the server', unit: 'MB', per: MEGABYTE },
  { key: 'pageHeap', name: 'heap of the page after collecting', unit: 'MB', per: MEGABYTE },
  { key: 'pageElements', name: 'nodes of the page', unit: '', per: 1 },
];

async function sample(demo: DemoUnderWatch, page: CDPSession): Promise<Sample> {
  await page.send('HeapProfiler.collectGarbage');
  const { usedSize } = await page.send('Runtime.getHeapUsage');
  const { nodes } = await page.send('Memory.getDOMCounters');
  return {
    serverHeap: await demo.heapBytes(),
    serverResident: residentBytes(demo.pid),
    pageHeap: usedSize,
    pageElements: nodes,
  };
}

function lineOf(sample: Sample): string {
  return SERIES.map(({ key, name, unit, per }) =>
    `${name} ${Math.round(sample[key] / per)} ${unit}`.trim(),
  ).join(', ');
}

/** The middle of the first third and of the last, and how much more the last is. */
function figuresOf(
  { key, name, unit, per }: (typeof SERIES)[number],
  samples: readonly Sample[],
): readonly Figure[] {
  const values = samples.map((each) => each[key] / per);
  const third = Math.ceil(values.length / 3);
  const first = quantile(values.slice(0, third), 0.5);
  const last = quantile(values.slice(-third), 0.5);
  const growth = last / first - 1;
  return [
    { name: `${name}: first third`, unit, value: first },
    { name: 'the same: last third', unit, value: last },
    {
      ...{ name: 'the same: grown by', unit: '%', value: growth * 100 },
      ...{ aim: `at most ${GROWTH_RATIO_MAX * 100} %`, isMet: growth <= GROWTH_RATIO_MAX },
    },
  ];
}

/** Else there was nothing to keep: he takes one matter after the other, if any comes. */
function wrapUpsOf(value: number): Figure {
  const aim = `at least ${WRAP_UPS_MIN}`;
  return {
    name: 'matters that Ted wrapped up',
    unit: '',
    value,
    aim,
    isMet: value >= WRAP_UPS_MIN,
  };
}

function noneOf(name: string, value: number): Figure {
  return { name, unit: '', value, aim: 'none', isMet: value === 0 };
}

async function beTed(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: /Ted Marsh/u }).click();
  await page.getByRole('navigation', { name: 'Main' }).waitFor();
  await page.goto(`${address}/desk`);
  await beReady(page);
}

/** Whoever misses an offer is not ready any more. */
async function beReady(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const body = JSON.stringify({ state: 'ready' });
    const headers = { 'content-type': 'application/json' };
    await fetch('/api/v1/me/state', { method: 'POST', headers, body });
  });
}

const STEP_MS = 4_000;

/** Ted takes what he is offered, writes, resolves and wraps up, by the keys of his desk. */
function keepWorking(page: Page): Disposable & { readonly wrapUpCount: () => number } {
  let isOver = false;
  let wrapUpCount = 0;
  const steps = [
    () => beReady(page),
    () => page.keyboard.press('j'),
    async () => {
      await page.keyboard.press('r');
      await page.keyboard.type('Thank you. I look at it, and write to you today.', { delay: 20 });
      await page.keyboard.press('Control+Enter');
    },
    () => page.keyboard.press('Escape'),
    () => page.keyboard.press('e'),
    async () => {
      const wrapUp = page.getByRole('region', { name: 'What came of it?' });
      await wrapUp.getByRole('button').first().click({ timeout: 1_000 });
      wrapUpCount++;
    },
  ];
  const work = async (): Promise<void> => {
    for (let count = 0; !isOver; count++) {
      await page.keyboard.press('F9').catch(() => undefined);
      // Now and then there is nothing to take or to resolve.
      const step = steps[count % steps.length];
      await step?.().catch(() => undefined);
      await sleep(STEP_MS);
    }
  };
  void work();
  return { wrapUpCount: () => wrapUpCount, [Symbol.dispose]: () => (isOver = true) };
}
