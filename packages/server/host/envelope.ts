import { type DeskEvent, isPlainText, type Refusal } from '@rapport/core';
import type { JournalRow } from '../store/journal.ts';
import { isKeepable, type Kept } from '../store/kept.ts';
import { eventsOf } from './fold-history.ts';
import { CommandIdReused, EnvelopeInvalid } from './host-faults.ts';

/** Who asks, and under which id: asked twice under one id, a command is decided once. */
export interface Envelope {
  /** Scoped to its principal by the caller. */
  readonly commandId: string;
  readonly actor: string;
  /** `command` when left out. */
  readonly cause?: string;
  /** Kept beside the command's row if it is taken; nothing is kept of a refused one. */
  readonly keep?: Kept;
}

/** What came of a command, once everything that it saw is durable. */
export type Outcome =
  | { readonly ok: true; readonly position: number; readonly events: readonly DeskEvent[] }
  | { readonly ok: false; readonly position: number; readonly refusal: Refusal };

/** @throws {EnvelopeInvalid} something in it cannot be written. */
export function refuseUnkeepable({ commandId, actor, keep }: Envelope): void {
  if (!isPlainText(commandId)) throw new EnvelopeInvalid('commandId');
  if (!isPlainText(actor)) throw new EnvelopeInvalid('actor');
  // Words that cannot be written would fail the append of everybody who waits.
  if (keep && !isKeepable(keep)) throw new EnvelopeInvalid('keep');
}

/** What came of a command that the history holds. @throws {CommandIdReused} it was another. */
export function storedOutcome(stored: JournalRow, hash: string): Outcome {
  if (stored.commandHash !== hash) throw new CommandIdReused(stored.commandId);
  return { ok: true, position: stored.seq, events: eventsOf(stored) };
}
