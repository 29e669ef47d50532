/** What one look at the installation found. */
export interface Check {
  /** Kebab-case and stable: scripts read it. */
  readonly name: string;
  /** `warning`: works, but somebody should know. `failed`: does not work, or is not safe. */
  readonly state: 'ok' | 'warning' | 'failed';
  /** A clause without full stop, such as `24.21.0`. */
  readonly found: string;
  /** The command that mends it, where one does. */
  readonly mend?: string;
}

type Verdict = Omit<Check, 'name'>;

export const ok = (found: string): Verdict => ({ state: 'ok', found });

export const warning = (found: string, mend?: string): Verdict => ({
  state: 'warning',
  found,
  ...(mend !== undefined && { mend }),
});

export const failed = (found: string, mend?: string): Verdict => ({
  state: 'failed',
  found,
  ...(mend !== undefined && { mend }),
});

/** Looks; a look that throws has failed, with the error's words. */
export async function check(name: string, look: () => Promise<Verdict> | Verdict): Promise<Check> {
  try {
    return { name, ...(await look()) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { name, ...failed(message) };
  }
}
