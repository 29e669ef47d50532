import type { CliWorld } from '../cli-command.ts';

/** One line that changes while something takes its time. */
export interface ProgressLine {
  readonly show: (text: string) => void;
  /** Leaves the terminal as it was. */
  readonly clear: () => void;
}

/** More often than this nobody sees. */
const REDRAW_MS_MIN = 100;

/** A progress line on the terminal; where there is none, one that says nothing. */
export function progressLine(world: CliWorld): ProgressLine {
  if (!world.isTerminal) return { show: () => undefined, clear: () => undefined };
  let drawnAt = -Infinity;
  return {
    show: (text) => {
      const now = performance.now();
      if (now - drawnAt < REDRAW_MS_MIN) return;
      drawnAt = now;
      world.err(`\r\u001b[2K${text}`);
    },
    clear: () => {
      if (drawnAt !== -Infinity) world.err('\r\u001b[2K');
    },
  };
}
