import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Command, DeskEvent } from '@rapport/core';
import type { Envelope, Outcome } from '../host/envelope.ts';
import type { Environment } from '../read-settings.ts';
import type { CentreMessage, CentreRequest } from './centre-process.ts';
import { processEnvironment } from './process-environment.ts';

/** A process that serves a centre, and the wire to it. */
export interface CentreProcess {
  /**
   * Rejects with `WireBroken` when the process died, or said that it may be tried again: then nobody
   * knows whether the command was kept.
   */
  readonly execute: (command: Command, envelope: Envelope) => Promise<Outcome>;
  /** Ends it as a power cut would. */
  readonly kill: () => Promise<void>;
  /** Ends it gracefully. */
  readonly end: () => Promise<void>;
  /** What it wrote to standard error. */
  readonly complaints: () => string;
}

export class WireBroken extends Error {
  override readonly name = 'WireBroken';
}

type Waiting = PromiseWithResolvers<Outcome>;

/**
 * Starts it and resolves when the centre is open; `onEvents` sees what becomes durable from then on.
 * With a port, it is also served over HTTP there.
 */
export async function startCentreProcess(
  dataFolder: string,
  onEvents: (events: readonly DeskEvent[]) => void,
  environment: Environment = {},
): Promise<CentreProcess> {
  const child = fork(join(import.meta.dirname, 'centre-process.ts'), {
    env: { ...processEnvironment, RAPPORT_DATA: dataFolder, ...environment },
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  });
  const waiting = new Map<number, Waiting>();
  const opened = Promise.withResolvers<undefined>();
  let complaints = '';
  let lastNumber = 0;
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  child.on('message', (message: CentreMessage) => {
    if (message.kind === 'open') opened.resolve(undefined);
    else if (message.kind === 'committed') onEvents(JSON.parse(message.events) as DeskEvent[]);
    else settle(waiting, message);
  });
  const exited = once(child, 'exit').then(() => {
    opened.reject(new Error(`the centre did not open: ${complaints}`));
    for (const { reject } of waiting.values()) reject(new WireBroken('the process died'));
    waiting.clear();
  });
  await opened.promise;
  return {
    execute(command, envelope) {
      const number = ++lastNumber;
      const answer = Promise.withResolvers<Outcome>();
      if (!child.connected) return Promise.reject(new WireBroken('the process is gone'));
      waiting.set(number, answer);
      // An error here is the process dying: `exit` rejects whoever waits.
      child.send({ number, command, envelope } satisfies CentreRequest, () => undefined);
      return answer.promise;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
    end: async () => {
      if (child.connected) child.disconnect();
      await exited;
    },
    complaints: () => complaints,
  };
}

function settle(
  waiting: Map<number, Waiting>,
  message: Extract<CentreMessage, { kind: 'answer' | 'fault' }>,
): void {
  const answer = waiting.get(message.number);
  waiting.delete(message.number);
  if (message.kind === 'answer') answer?.resolve(message.outcome);
  else if (message.isRetryable) answer?.reject(new WireBroken('to be tried again'));
  else answer?.reject(new Error('the command met a fault that no retry mends'));
}
