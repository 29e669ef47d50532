/** More commands are waiting than the host takes in. Nothing was decided; retry a little later. */
export class HostBusy extends Error {
  override readonly name = 'HostBusy';
  readonly code = 'host-busy';
  readonly retryable = true;

  constructor(waitingCount: number) {
    super(`${waitingCount} commands are waiting already`);
  }
}

/**
 * The history could not be written, or the host is closing. Whether the command was kept is unknown:
 * retry it under the same id, which decides it at most once.
 */
export class HostUnavailable extends Error {
  override readonly name = 'HostUnavailable';
  readonly code = 'host-unavailable';
  readonly retryable = true;
}

/** Another command was given under this id before. */
export class CommandIdReused extends Error {
  override readonly name = 'CommandIdReused';
  readonly code = 'command-id-reused';
  readonly retryable = false;

  constructor(commandId: string) {
    super(`the command id ${commandId} belongs to another command`);
  }
}

/** The id, the actor or the words of a command cannot be stored. */
export class EnvelopeInvalid extends Error {
  override readonly name = 'EnvelopeInvalid';
  readonly code = 'envelope-invalid';
  readonly retryable = false;

  constructor(field: 'commandId' | 'actor' | 'keep') {
    super(
      field === 'keep'
        ? 'what is to be kept must be without zero bytes and halves of characters'
        : `${field} must be 1 to 200 visible characters`,
    );
  }
}

/** The rules failed on this command: a bug. Nothing of it was kept. Not retryable, and not tried again. */
export class CommandUndecidable extends Error {
  override readonly name = 'CommandUndecidable';
  readonly code = 'command-undecidable';
  readonly retryable = false;

  constructor(commandId: string, cause?: unknown) {
    super(`the command ${commandId} cannot be decided`, { cause });
  }
}
