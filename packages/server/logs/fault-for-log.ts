import { DatabaseError } from 'pg';
import { reasonOf } from './reason-of.ts';

/** A fault as the log holds it. */
export interface LoggedFault {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  /** Where in the database, for whoever has to look; never which values. */
  readonly database?: PlaceInDatabase;
  readonly stack?: readonly string[];
  readonly cause?: LoggedFault;
}

type PlaceInDatabase = Pick<DatabaseError, 'table' | 'column' | 'constraint' | 'routine'>;

const DEPTH_MAX = 5;

/**
 * A fault with its causes, as far as it can be told without personal data: what kind, where in the
 * code and in which table. Whatever else hangs on an error, such as the `detail` of a database that
 * quotes the row, stays out.
 */
export function faultForLog(fault: unknown, depth = 0): LoggedFault {
  if (!(fault instanceof Error)) return { type: typeof fault, message: reasonOf(fault) };
  const { code, cause } = fault as { code?: unknown; cause?: unknown };
  return {
    type: fault.name,
    message: reasonOf(fault),
    ...(typeof code === 'string' && { code }),
    ...(fault instanceof DatabaseError && { database: placeIn(fault) }),
    stack: framesOf(fault),
    ...(cause !== undefined && depth < DEPTH_MAX && { cause: faultForLog(cause, depth + 1) }),
  };
}

function placeIn({ table, column, constraint, routine }: DatabaseError): PlaceInDatabase {
  return { table, column, constraint, routine };
}

/** Without the first lines, which repeat the message. */
function framesOf({ stack = '' }: Error): readonly string[] {
  return stack
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '));
}
