import { type RawBuilder, sql } from 'kysely';

/** What equals any of these; one parameter however many they are, so that the statement stays the same. */
export function anyOf(values: readonly string[]): RawBuilder<string> {
  return sql<string>`any(${[...values]}::text[])`;
}
