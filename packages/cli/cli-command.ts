/** One option of a command, as `--help`, the parser and the reference page know it. */
export interface CliOption {
  /** `flag` is present or absent; `text` takes a value. */
  readonly kind: 'flag' | 'text';
  /** One sentence, sentence case, full stop. */
  readonly summary: string;
  /** What stands for the value in the help, such as `FILE`. Only for `text`. */
  readonly valueName?: string;
  /** The accepted values, when they are few; anything else is a usage error naming them. */
  readonly choices?: readonly string[];
  readonly isRequired?: boolean;
}

/** A positional argument. */
export interface CliArgument {
  readonly name: string;
  readonly summary: string;
  readonly isRequired: boolean;
}

/** What a command was called with; options that were not given are absent. */
export interface CliCall {
  readonly arguments: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, string | true>>;
  /** Every command has `--json`: machine-readable output on standard output, nothing else there. */
  readonly isJson: boolean;
}

/** The world as a command sees it; tests hand in their own. */
export interface CliWorld {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Writes to standard output as it is; the caller ends its lines. */
  readonly out: (text: string) => void;
  /** Writes to standard error: progress, notices, errors. */
  readonly err: (text: string) => void;
  /** Whether standard error is a terminal, so that progress may be drawn on it. */
  readonly isTerminal: boolean;
  /** Aborted by the first SIGINT or SIGTERM. */
  readonly stop: AbortSignal;
}

/** A verb of `rapport`. Its `run` returns the exit code: 0 success, 1 failure, 2 usage. */
export interface CliCommand {
  readonly name: string;
  /** One sentence, sentence case, full stop. */
  readonly summary: string;
  readonly arguments: readonly CliArgument[];
  /** By long name without dashes. `help` and `json` are everybody's and not listed. */
  readonly options: Readonly<Record<string, CliOption>>;
  readonly run: (call: CliCall, world: CliWorld) => Promise<number>;
}

/** What the caller typed is wrong. Printed as one line; the exit code is 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly code = 'usage';
}
