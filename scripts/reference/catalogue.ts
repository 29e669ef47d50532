/** One member of a union of messages: a command, an event or a refusal. */
export interface Message {
  /** What its `type` or `code` says. */
  readonly name: string;
  /** Only of events. */
  readonly version: number | undefined;
  readonly summary: string;
  /** The file that declares it, from the repository's root. */
  readonly path: string;
  readonly fields: readonly MessageField[];
}

export interface MessageField {
  readonly name: string;
  /** As it is declared. */
  readonly type: string;
  readonly isOptional: boolean;
  /** Empty when the name says it all. */
  readonly summary: string;
}

/** A type that fields are made of. */
export interface NamedType {
  readonly name: string;
  readonly summary: string;
  /** Its declaration, without `export`. */
  readonly text: string;
  readonly path: string;
}

/** Everything that goes in and out of the desk, as the sources declare it. */
export interface Catalogue {
  readonly commands: readonly Message[];
  readonly events: readonly Message[];
  readonly refusals: readonly Message[];
  /** What their fields are made of, by name. */
  readonly types: readonly NamedType[];
}
