import { execFileSync } from 'node:child_process';
import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench, Figure } from '../bench.ts';
import { openDesks, type SimulatedDesk, type ToldMessage } from '../open-desks.ts';
import { post } from '../post.ts';
import { quantile } from '../quantile.ts';
import { residentBytes } from '../resident-bytes.ts';
import { type RunningCentre, startRapport } from '../start-rapport.ts';

const DESKS = 200;
const CHATS_EACH = 5;
const SECONDS = 30;
/** What happens in the whole centre in a second: each agent has something to read every five. */
const MESSAGES_PER_SECOND = 40;
const CHANGES_PER_SECOND = 40;
const TYPINGS_PER_SECOND = 40;
const PATIENCE_MS = 3_000;
const MEGABYTE = 1_000_000;
const BROWSER_MS_MAX = 1_000;

/** Agents' browsers by their live connections, with everything that a desk follows, on one core. */
export const browsersBench: Bench = {
  name: 'browsers',
  summary: `${DESKS} agents' desks, simulated by live connections, and a server on one core`,
  obstacle: () =>
    hasTaskset() ? undefined : 'taskset is not there, which keeps a process to a core',
  async run(say) {
    await using centre = await startRapport();
    const watch = watchDesks();
    const desks = await openDesks(centre, { deskCount: DESKS, chatsEach: CHATS_EACH }, watch.told);
    say(`${DESKS} desks are open, with ${DESKS * CHATS_EACH} chats`);
    keepToOneCore(centre.serverPid);
    await sleep(2_000);
    watch.begin();
    const cpuBefore = centre.serverCpuSeconds();
    const startedAt = performance.now();
    await drive(centre, desks, watch);
    const seconds = (performance.now() - startedAt) / 1_000;
    const cpuShare = (centre.serverCpuSeconds() - cpuBefore) / seconds;
    const residentMegabytes = residentBytes(centre.serverPid) / MEGABYTE;
    const { messageMs, changeMs, toldCount } = watch;
    const lostCount = await watch.lost();
    for (const desk of desks) desk[Symbol.dispose]();
    return [
      { name: 'message to browser: p50', unit: 'ms', value: quantile(messageMs, 0.5) },
      underASecond('message to browser: p99', quantile(messageMs, 0.99)),
      { name: 'change of an item to browser: p50', unit: 'ms', value: quantile(changeMs, 0.5) },
      underASecond('change of an item to browser: p99', quantile(changeMs, 0.99)),
      { name: 'told to all desks', unit: '/s', value: toldCount() / seconds },
      none('what no browser had in time', lostCount),
      { name: 'processor of the server', unit: 'cores', value: cpuShare },
      { name: 'memory of the server', unit: 'MB', value: residentMegabytes },
    ];
  },
};

function underASecond(name: string, value: number): Figure {
  const aim = `at most ${BROWSER_MS_MAX} ms`;
  return { name, unit: 'ms', value, aim, isMet: value <= BROWSER_MS_MAX };
}

function none(name: string, value: number): Figure {
  return { name, unit: '', value, aim: 'none', isMet: value === 0 };
}

function hasTaskset(): boolean {
  try {
    execFileSync('taskset', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    // Not Linux, or without util-linux.
    return false;
  }
}

/** All threads of the process; PostgreSQL and this process may use the others. */
function keepToOneCore(pid: number): void {
  execFileSync('taskset', ['--all-tasks', '--cpu-list', '--pid', '0', String(pid)], {
    stdio: 'ignore',
  });
}

interface Watch {
  readonly messageMs: number[];
  readonly changeMs: number[];
  readonly told: (desk: number, message: ToldMessage) => void;
  readonly toldCount: () => number;
  readonly begin: () => void;
  /** Begins to wait for words, or until the item of a desk stands so. */
  readonly await: (what: { readonly text: string } | ItemChange, dueAt: number) => void;
  /** Gives what is underway a moment, and counts what has not come. */
  readonly lost: () => Promise<number>;
}

interface ItemChange {
  readonly desk: number;
  readonly status: 'active' | 'on-hold';
}

interface AwaitedChange extends ItemChange {
  readonly dueAt: number;
}

/** Notes when what was done comes to the desk that it is for. */
function watchDesks(): Watch {
  const messages = new Map<string, number>();
  const changes = new Map<number, AwaitedChange[]>();
  let toldCount = 0;
  const messageMs: number[] = [];
  const changeMs: number[] = [];
  return {
    messageMs,
    changeMs,
    toldCount: () => toldCount,
    begin: () => (toldCount = 0),
    told(desk, { kind, id, changes: told }) {
      if (kind !== 'heartbeat') toldCount++;
      if (kind !== 'delta') return;
      if (id === 'my-queue') {
        for (const { status } of told as readonly { readonly status?: string }[]) {
          settleChange(changes.get(desk), status, changeMs);
        }
      }
      if (id !== 'conversation') return;
      for (const { piiText = '' } of told as { readonly piiText?: string }[]) {
        settle(messages, piiText, messageMs);
      }
    },
    await: (what, dueAt) => {
      if ('text' in what) messages.set(what.text, dueAt);
      else changes.set(what.desk, [...(changes.get(what.desk) ?? []), { ...what, dueAt }]);
    },
    async lost() {
      const untilAt = performance.now() + PATIENCE_MS;
      const count = (): number => messages.size + [...changes.values()].flat().length;
      while (count() > 0 && performance.now() < untilAt) await sleep(20);
      return count();
    },
  };
}

function settle<Name>(waiting: Map<Name, number>, name: Name, waitsMs: number[]): void {
  const dueAt = waiting.get(name);
  if (dueAt === undefined) return;
  waiting.delete(name);
  waitsMs.push(performance.now() - dueAt);
}

/** The first change to this state has come, and those before it, which were told with it or not at all. */
function settleChange(
  waiting: AwaitedChange[] | undefined,
  status: string | undefined,
  waitsMs: number[],
): void {
  const at = waiting?.findIndex((each) => each.status === status) ?? -1;
  for (const { dueAt } of waiting?.splice(0, at + 1) ?? []) waitsMs.push(performance.now() - dueAt);
}

/** Lets customers write, agents type and items change, each at its pace, desk after desk. */
async function drive(
  { address, headers }: RunningCentre,
  desks: readonly SimulatedDesk[],
  watch: Watch,
): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });
  const failures: unknown[] = [];
  const ask = (path: string, body: object, asWhom: Readonly<Record<string, string>>): void => {
    const json = JSON.stringify(body);
    post(`${address}/api/v1${path}`, { headers: asWhom, body: json }, agent).catch(
      (error: unknown) => failures.push(error),
    );
  };
  const acts = [
    every(MESSAGES_PER_SECOND, (count, dueAt) => {
      const { interactionId } = desks[count % DESKS] as SimulatedDesk;
      const piiText = `Something new, number ${count}.`;
      watch.await({ text: piiText }, dueAt);
      ask(`/interactions/${interactionId}/messages`, { piiText, from: 'customer' }, headers);
    }),
    every(CHANGES_PER_SECOND, (count, dueAt) => {
      const desk = count % DESKS;
      const { workId, headers: his } = desks[desk] as SimulatedDesk;
      const isHeld = Math.floor(count / DESKS) % 2 === 0;
      watch.await({ desk, status: isHeld ? 'on-hold' : 'active' }, dueAt);
      ask(`/work/${workId}/${isHeld ? 'hold' : 'resume'}`, {}, his);
    }),
    every(TYPINGS_PER_SECOND, (count) => {
      const { interactionId } = desks[count % DESKS] as SimulatedDesk;
      ask(`/interactions/${interactionId}/typing`, { from: 'customer' }, headers);
    }),
  ];
  await sleep(SECONDS * 1_000);
  for (const act of acts) act[Symbol.dispose]();
  await watch.lost();
  agent.destroy();
  if (failures.length > 0) throw failures[0];
}

/** Acts so many times a second, whether or not the server keeps up; each when it is due. */
function every(perSecond: number, act: (count: number, dueAt: number) => void): Disposable {
  const startedAt = performance.now();
  let count = 0;
  const timer = setInterval(() => {
    for (; ; count++) {
      const dueAt = startedAt + (count / perSecond) * 1_000;
      if (dueAt > performance.now()) return;
      act(count, dueAt);
    }
  }, 2);
  return { [Symbol.dispose]: () => clearInterval(timer) };
}
