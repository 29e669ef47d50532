import { join } from 'node:path';

/** What a process of a test gets to see of this one's environment: nothing that would steer it. */
export const processEnvironment = {
  PATH: process.env['PATH'],
  // Tests start hundreds of processes from the same modules; compiling those takes a third of it.
  NODE_COMPILE_CACHE: join(import.meta.dirname, '../../../node_modules/.cache/rapport/compiled'),
} as const;
