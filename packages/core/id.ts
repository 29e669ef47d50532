declare const kind: unique symbol;

/** An opaque identifier. The brand lives only in the type checker; at run time it is a string. */
export type Id<Kind extends string> = string & { readonly [kind]: Kind };

export type AgentId = Id<'agent'>;
export type CustomerId = Id<'customer'>;
export type AccountId = Id<'account'>;
export type WorkId = Id<'work'>;
export type PromiseId = Id<'promise'>;
export type CalendarId = Id<'calendar'>;
export type MatterId = Id<'matter'>;
export type AgreementId = Id<'agreement'>;

/** Brands a string already known to be an id of that kind. Call it only where data enters. */
export function asId<Kind extends string>(text: string): Id<Kind> {
  return text as Id<Kind>;
}
