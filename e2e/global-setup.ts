import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { makeTemplate } from './centre-template.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The data folder of an empty centre with its administrator, which does not run. */
    readonly centreTemplate: string;
  }
}

const ROOT = join(import.meta.dirname, '..');

/** Builds the screens anew, so that nobody tests those of yesterday, and makes what centres begin as. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  // Vitest says that this is a test; people get the other build.
  const env = { ...process.env, NODE_ENV: 'production' };
  await promisify(execFile)('npm', ['run', 'build'], { cwd: ROOT, env });
  const { data, drop } = await makeTemplate();
  project.provide('centreTemplate', data);
  return drop;
}
