import type { Instant } from '@rapport/core';

/** The erasable side of a command: it goes into ordinary tables by the statement that writes the command's row, or not at all. */
export type Kept = KeptInteraction | KeptNumber;

/** At which number the customer of an item is to be called; the last one counts. */
export interface KeptNumber {
  readonly workId: string;
  readonly customerId?: string;
  /** With its country. */
  readonly piiNumber: string;
}

/**
 * The erasable side of a command that brings an interaction in: who it is, and what he said.
 */
export interface KeptInteraction {
  readonly interactionId: string;
  readonly workId: string;
  readonly channel: string;
  /** Absent while nobody knows who it is. */
  readonly customerId?: string;
  /** How the customer is found from now on, if he is made together with his first interaction. */
  readonly newcomer?: { readonly kind: string; readonly piiValue: string };
  readonly piiSubject?: string;
  /** The first message; the customer's. */
  readonly message?: {
    readonly id: string;
    readonly piiText: string;
    readonly files?: KeptFiles;
  };
}

/** The files of a message, which lay elsewhere until it was said. */
export interface KeptFiles {
  readonly ids: readonly string[];
  /** What is in the place of their interaction so far. */
  readonly laidAt: string;
  /** JSON, as the message shows them. */
  readonly piiShown: string;
}

/** What goes with which row, and when it came. */
export type KeptRow = (KeptInteraction & RowOfIt) | (KeptNumber & RowOfIt);

interface RowOfIt {
  readonly seq: number;
  readonly at: Instant;
}

/** Whether it is a number, and not an interaction. */
export function isNumber(kept: Kept): kept is KeptNumber {
  return 'piiNumber' in kept;
}

/** Whether PostgreSQL can hold the words: no zero byte, and no half of a character. */
export function isKeepable(kept: Kept): boolean {
  // It has the one form of numbers by now.
  if (isNumber(kept)) return true;
  const { piiSubject = '', message, newcomer } = kept;
  return [piiSubject, message?.piiText, message?.files?.piiShown, newcomer?.piiValue].every(
    (text = '') => text.isWellFormed() && !text.includes('\0'),
  );
}
