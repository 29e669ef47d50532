import pg from 'pg';

const UNIQUE_VIOLATION = '23505';

/** The constraint that a statement ran into because there is such a row already; else undefined. */
export function violatedConstraint(error: unknown): string | undefined {
  if (!(error instanceof pg.DatabaseError) || error.code !== UNIQUE_VIOLATION) return undefined;
  return error.constraint;
}
