import type { Property } from './content-line.ts';

/** What is wrong with an event, and where. */
export interface EventFault {
  readonly line: number;
  /** The property that is meant; undefined where one is missing. */
  readonly column: string | undefined;
  readonly code: string;
  readonly expected: string;
  readonly found: string | undefined;
}

/** An event cannot be understood. Thrown and caught within the reading of one event. */
export class EventRefused extends Error {
  override readonly name = 'EventRefused';
  readonly fault: EventFault;

  constructor(at: Property | number, code: string, expected: string) {
    super(`an event cannot be understood; expected ${expected}`);
    this.fault =
      typeof at === 'number'
        ? { line: at, column: undefined, code, expected, found: undefined }
        : { line: at.line, column: at.name, code, expected, found: at.value.slice(0, 200) };
  }
}
