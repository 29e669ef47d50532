import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts in hundredths, whatever its own clock does. */
const TICKS_PER_SECOND = 100;

interface ProcessTimes {
  readonly parentPid: number;
  /** Of the process, and of those of its children that have ended. */
  readonly ticks: number;
}

/** Returns the processor time that a process and all below it have used; needs a /proc file system. */
export function cpuSeconds(pid: number): number {
  const processes = readProcesses();
  const ticksOf = (parentPid: number): number =>
    [...processes]
      .filter(([, each]) => each.parentPid === parentPid)
      .reduce((sum, [child]) => sum + ticksOf(child), processes.get(parentPid)?.ticks ?? 0);
  return ticksOf(pid) / TICKS_PER_SECOND;
}

/** The process that started another one. */
export function parentOf(pid: number): number {
  const parent = readProcesses().get(pid)?.parentPid;
  if (parent === undefined) throw new Error(`there is no process ${pid}`);
  return parent;
}

function readProcesses(): ReadonlyMap<number, ProcessTimes> {
  const processes = new Map<number, ProcessTimes>();
  for (const name of readdirSync('/proc')) {
    const times = /^\d+$/.test(name) ? readTimes(name) : undefined;
    if (times !== undefined) processes.set(Number(name), times);
  }
  return processes;
}

function readTimes(pid: string): ProcessTimes | undefined {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    // It ended while the folder was being read.
    return undefined;
  }
  // The name before may hold spaces and brackets; the state is the first field after it.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  return { parentPid: Number(fields[1]), ticks };
}
