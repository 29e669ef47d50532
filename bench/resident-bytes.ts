import { readFileSync } from 'node:fs';

/** Memory that a process holds at this moment; needs a /proc file system. */
export function residentBytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB$/mu.exec(status)?.[1]) * 1_024;
}
