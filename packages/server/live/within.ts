/** Waits for the work, but no longer than so; what it comes to is left to itself. */
export async function within(ms: number, work: Promise<unknown>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const timeout = setTimeout(() => resolve(undefined), ms);
  try {
    await Promise.race([work, promise]);
  } finally {
    clearTimeout(timeout);
  }
}
