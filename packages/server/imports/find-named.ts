import { foldName } from './read-cells.ts';

/** What is known of those who go by an external id and by a name. */
export interface KnownByName {
  readonly byId: ReadonlyMap<string, { readonly externalId: string | null }>;
  readonly idByExternalId: ReadonlyMap<string, string>;
  /** By folded name. */
  readonly idsByName: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Whom a row names; at least one of the two is there. */
export interface NamedRow {
  readonly externalId: string | undefined;
  readonly name: string | undefined;
}

/**
 * By external id, else by a name that only one has; an external id that nobody has yet may be that
 * of one who has none. Without an id it is somebody new; undefined where nobody can tell.
 */
export function findNamed(
  { byId, idByExternalId, idsByName }: KnownByName,
  { externalId, name }: NamedRow,
): { readonly id: string | undefined } | undefined {
  const byExternalId = externalId === undefined ? undefined : idByExternalId.get(externalId);
  if (byExternalId !== undefined || name === undefined) return { id: byExternalId };
  const ids = [...(idsByName.get(foldName(name)) ?? [])].filter(
    (id) => externalId === undefined || byId.get(id)?.externalId === null,
  );
  if (ids.length <= 1) return { id: ids[0] };
  return externalId === undefined ? undefined : { id: undefined };
}
