/**
 * Why an item waits while somebody who is able to do it is available. Each second belongs to one of them.
 *
 * The first four are rules of the desk: he declined this very item, missed it, or handed it on, and is not
 * asked again for a while; he is never asked for this customer, because one of the two wants it so; or
 * the item is reserved for agents who know its customer, by the rule or because he chose to wait for one. One more is
 * the break or the end of his shift that is near, of live work. The last two are borders drawn by requirements that ask for no ability: see `Ties`.
 */
export const SILO_REASONS = [
  'declined',
  'missed',
  'handed-on',
  'kept-apart',
  'reserved',
  'break-near',
  'department',
  'personal-queue',
] as const;

export type SiloReason = (typeof SILO_REASONS)[number];

/** Why somebody is not asked for an item for a while. */
export type ExclusionReason = Extract<SiloReason, 'declined' | 'missed' | 'handed-on'>;

/** A border between people of equal ability. */
export type TieReason = Exclude<
  SiloReason,
  ExclusionReason | 'kept-apart' | 'reserved' | 'break-near'
>;

/** What a required skill stands for where it is no ability but a border; undefined for an ability. */
export type Ties = (skill: string) => TieReason | undefined;

/** Milliseconds by reason. The desk never leaves a waiting item to an idle, able agent: `unexplained` is 0. */
export type SiloMs = Readonly<Record<SiloReason | 'unexplained', number>>;
