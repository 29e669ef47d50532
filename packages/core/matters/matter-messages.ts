import type { AgentId, MatterId, WorkId } from '../id.ts';

/** An open item joins the matter of another: they are about the same thing. What it was linked to before, it is no more. */
export interface LinkWork {
  readonly type: 'link-work';
  readonly workId: WorkId;
  readonly toWorkId: WorkId;
  /** The matter that begins where the other item belongs to none yet. */
  readonly matterId: MatterId;
}

/** An open item leaves its matter: it was about something else. */
export interface UnlinkWork {
  readonly type: 'unlink-work';
  readonly workId: WorkId;
}

export type MatterCommand = LinkWork | UnlinkWork;

/** An item joined the matter of another, or began it with that one, which says so itself then. */
export interface WorkLinked {
  readonly type: 'work-linked';
  readonly v: 1;
  readonly workId: WorkId;
  readonly toWorkId: WorkId;
  readonly matterId: MatterId;
}

/** An item belongs to no matter any more. */
export interface WorkUnlinked {
  readonly type: 'work-unlinked';
  readonly v: 1;
  readonly workId: WorkId;
}

/** Another item of the matter is being answered, so that this one is put aside with whoever answers; it weighs nothing. */
export interface WorkPaused {
  readonly type: 'work-paused';
  readonly v: 1;
  readonly workId: WorkId;
  readonly agentId: AgentId;
  readonly byWorkId: WorkId;
}

/** What an item was put aside for is over; it waits again with its age, for this agent first. */
export interface PauseEnded {
  readonly type: 'pause-ended';
  readonly v: 1;
  readonly workId: WorkId;
  readonly agentId: AgentId;
}

export type MatterEvent = WorkLinked | WorkUnlinked | WorkPaused | PauseEnded;

/** The matter is somebody else's, and no emergency stands in which it would be everybody's. */
export interface MatterOfAnother {
  readonly code: 'matter-of-another';
  readonly matterId: MatterId;
}

/** The item belongs to a matter with others already: to this one, or to one that it has to leave first. */
export interface WorkLinkedAlready {
  readonly code: 'work-linked-already';
  readonly workId: WorkId;
  readonly matterId: MatterId;
}

/** The item belongs to no matter. */
export interface WorkNotLinked {
  readonly code: 'work-not-linked';
  readonly workId: WorkId;
}

/** The item is put aside while another of its matter is answered: whoever answers that has it before him already. */
export interface WorkIsPaused {
  readonly code: 'work-paused';
  readonly workId: WorkId;
  readonly agentId: AgentId;
}

export type MatterRefusal = MatterOfAnother | WorkLinkedAlready | WorkNotLinked | WorkIsPaused;
