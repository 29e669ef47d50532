import pg from 'pg';

/**
 * Reads `bigint` as a number, because positions in the journal are numbers here.
 *
 * One past 2^53 throws: a silently rounded position would be worse.
 */
export const pgTypes = new pg.TypeOverrides();
pgTypes.setTypeParser(pg.types.builtins.INT8, safeInteger);

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`the number ${text} is too large`);
  return value;
}
