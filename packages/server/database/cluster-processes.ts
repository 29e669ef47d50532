import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';

interface ClusterProcess {
  readonly pid: number;
  readonly parentPid: number;
  /** As `ps` shows it: the command line of a postmaster, `postgres: …` of its children. */
  readonly title: string;
}

/** Whether this system lets us see what processes do: it has a /proc file system. */
export function canSeeProcesses(): boolean {
  return existsSync('/proc/self/cwd');
}

/** Whether this process works in the cluster: one that was killed does not, buried or not. */
export function isClusterProcess(pid: number, clusterFolder: string): boolean {
  return canSeeProcesses() ? worksIn(String(pid), clusterFolder) : isThere(pid);
}

/** The processes of any server that works in the cluster. */
export function listClusterProcesses(clusterFolder: string): readonly ClusterProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && worksIn(name, clusterFolder))
    .flatMap((name) => describe(Number(name)) ?? []);
}

/**
 * Ends the sessions that a killed postmaster left behind. Each would keep its memory, and so every
 * new server out, until its query is over. Their clients have lost nothing that was acknowledged.
 */
export function endOrphans(clusterFolder: string): void {
  if (!canSeeProcesses()) return;
  const processes = listClusterProcesses(clusterFolder);
  const pids = new Set(processes.map(({ pid }) => pid));
  // A child of a living postmaster has a parent that works here too.
  const orphans = processes.filter(
    ({ parentPid, title }) => title.startsWith('postgres: ') && !pids.has(parentPid),
  );
  for (const { pid } of orphans) signal(pid, 'SIGQUIT');
}

/** Sends a signal; that the process is gone already is as good. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

function worksIn(pid: string, folder: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder;
  } catch {
    // It ended meanwhile, or is somebody else's and so not a server of this cluster.
    return false;
  }
}

function describe(pid: number): ClusterProcess | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold anything; after it come the state and the parent.
    const parentPid = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    const title = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return { pid, parentPid, title };
  } catch {
    // It ended meanwhile.
    return undefined;
  }
}
