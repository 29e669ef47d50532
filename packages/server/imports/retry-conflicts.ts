/** Somebody else wrote the same at the same moment: unique_violation, serialization, deadlock. */
const CONFLICTS: ReadonlySet<unknown> = new Set(['23505', '40001', '40P01']);
const TRIES = 5;

/** Does `work`, and again when it met somebody else's write, which it then sees. */
export async function retryConflicts(work: (isAgain: boolean) => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await work(tries > 1);
      return;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (!CONFLICTS.has(code) || tries === TRIES) throw error;
    }
  }
}
