import type { Command } from '@rapport/core';
import { pino } from 'pino';
import type { Envelope, Outcome } from '../host/envelope.ts';
import { serveHttp } from '../http/serve-http.ts';
import { openCentre } from '../open-centre.ts';
import { readSettings } from '../read-settings.ts';

/** What the parent asks of the process that serves a centre. */
export interface CentreRequest {
  readonly number: number;
  readonly command: Command;
  readonly envelope: Envelope;
}

/** What it says: that it is open, the answer to a request, or events as they became durable. */
export type CentreMessage =
  | { readonly kind: 'open'; readonly position: number }
  | { readonly kind: 'answer'; readonly number: number; readonly outcome: Outcome }
  | { readonly kind: 'fault'; readonly number: number; readonly isRetryable: boolean }
  | { readonly kind: 'committed'; readonly events: string };

// Serves a centre to its parent process, as a gateway would to the world. See
// `start-centre-process.ts`.
const say = (message: CentreMessage): void => void process.send?.(message);

const settings = readSettings(process.env);
const centre = await openCentre(settings, {
  notice: (message) => process.stderr.write(`${message}\n`),
  snapshotEveryRows: 500,
});
centre.host.onCommitted((rows) => {
  for (const { events } of rows) say({ kind: 'committed', events });
});
process.on('message', ({ number, command, envelope }: CentreRequest) => {
  centre.host.execute(command, envelope).then(
    (outcome) => say({ kind: 'answer', number, outcome }),
    (error: unknown) => {
      const isRetryable =
        error instanceof Error && 'retryable' in error && error.retryable === true;
      process.stderr.write(`${String(error)}\n`);
      say({ kind: 'fault', number, isRetryable });
    },
  );
});
const isServing = process.env['RAPPORT_PORT'] !== undefined;
const server = isServing
  ? await serveHttp(centre, settings, pino({ level: 'warn' }, process.stderr))
  : undefined;
process.on('disconnect', () => {
  void (async () => {
    await server?.[Symbol.asyncDispose]();
    await centre.close();
    process.exit(0);
  })();
});
say({ kind: 'open', position: centre.host.position });
