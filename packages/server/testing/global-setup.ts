import type { TestProject } from 'vitest/node';
import { startTestServers } from './test-servers.ts';

/** Starts one PostgreSQL of each kind for the whole run; returns what stops them. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { servers, stop } = await startTestServers();
  project.provide('testServers', servers);
  return stop;
}
