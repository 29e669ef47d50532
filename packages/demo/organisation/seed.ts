/** From which the demo's organisation follows. */
export const SEED = 1964;
