import { CALL_LOG } from '../replay/call-log-format.ts';
import { type CallLog, readCallLog } from '../replay/call-log-reader.ts';

/** The header of a call log with all its columns. */
export const HEADER = [
  'vru+line\tcall_id\tcustomer_id\tpriority\ttype\tdate\tvru_entry\tvru_exit\tvru_time',
  'q_start\tq_exit\tq_time\toutcome\tser_start\tser_exit\tser_time\tserver',
].join('\t');

/** What a test says of a row; the rest is an ordinary answered call. */
export interface LineFields {
  readonly id?: string;
  readonly customer?: string;
  readonly priority?: string;
  readonly type?: string;
  readonly day?: string;
  readonly entered?: string;
  readonly left?: string;
  /** Queue times; left out, the call did not queue. */
  readonly queue?: readonly [string, string];
  readonly outcome?: string;
  /** Service times; left out, nobody served. */
  readonly service?: readonly [string, string];
  readonly agent?: string;
}

const NEVER = ['0:00:00', '0:00:00'] as const;

const ORDINARY = {
  id: '1',
  customer: '0',
  priority: '0',
  type: 'PS',
  day: '990104',
  queue: NEVER,
  outcome: 'AGENT',
  service: NEVER,
} as const;

/** One row. Its columns of durations hold nothing that a reader could rely on. */
export function logLine(fields: LineFields): string {
  const entered = fields.entered ?? fields.queue?.[0] ?? fields.service?.[0] ?? '8:00:00';
  const left = fields.left ?? entered;
  const agent = fields.agent ?? (fields.service ? 'ANNA' : 'NO_SERVER');
  const { id, customer, priority, type, day, queue, outcome, service } = { ...ORDINARY, ...fields };
  const cells = ['AA0101', id, customer, priority, type, day, entered, left, '0'];
  return [...cells, ...queue, '0', outcome, ...service, '0', agent].join('\t');
}

/** Reads a log of these rows. */
export function readLog(lines: readonly string[]): CallLog {
  const reader = readCallLog(HEADER, CALL_LOG);
  if (!reader.ok) throw new Error(`not a call log: ${reader.refusal.columns.join(', ')}`);
  for (const line of lines) reader.value.readLine(line);
  return reader.value.finish();
}

/** Reads a log of these rows, numbered in their order. */
export function logOf(rows: readonly LineFields[]): CallLog {
  return readLog(rows.map((row, index) => logLine({ id: String(index + 1), ...row })));
}
