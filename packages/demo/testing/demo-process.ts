import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { processEnvironment } from '@rapport/server/testing';

/** A demo that runs as a process of its own. */
export interface DemoProcess {
  readonly child: ChildProcess;
  /** Settles when it has said something like this. */
  readonly untilSaid: (expected: RegExp) => Promise<RegExpExecArray>;
  /** Ends it and tells how it ended. */
  readonly endWith: (signal: NodeJS.Signals) => Promise<number | null>;
}

const MAIN = join(import.meta.dirname, 'demo-main.ts');

export function startDemoProcess(dataFolder: string, webFolder: string): DemoProcess {
  const child = spawn(process.execPath, [MAIN, webFolder], {
    env: { ...processEnvironment, RAPPORT_DATA: dataFolder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit') as Promise<[number | null]>;
  let said = '';
  const listeners = new Set<() => void>();
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    for (const listener of listeners) listener();
  });
  return {
    child,
    untilSaid: async (expected) => {
      const { promise, resolve, reject } = Promise.withResolvers<RegExpExecArray>();
      const look = (): void => {
        const found = expected.exec(said);
        if (found !== null) resolve(found);
      };
      listeners.add(look);
      look();
      exited.then(([code]) => reject(new Error(`the demo ended with ${code}: ${said}`)), reject);
      return await promise.finally(() => listeners.delete(look));
    },
    endWith: async (signal) => {
      child.kill(signal);
      const [code] = await exited;
      return code;
    },
  };
}
