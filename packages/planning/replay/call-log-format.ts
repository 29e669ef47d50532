/** What a call log's outcome word says about the call. */
export type LoggedOutcome = 'answered' | 'hung-up' | 'ignored';

/** What the columns of a call log mean. */
export type CallLogField =
  | 'line'
  | 'callId'
  | 'customer'
  | 'priority'
  | 'skill'
  | 'day'
  | 'entered'
  | 'menuLeft'
  | 'queued'
  | 'queueLeft'
  | 'outcome'
  | 'serviceStarted'
  | 'serviceEnded'
  | 'agent';

/** How one kind of call log is written; everything that the reader knows about it stands here. */
export interface CallLogFormat {
  readonly separator: string;
  /** Header by field. Columns are found by their headers, in any order; further ones are left alone. */
  readonly columns: Readonly<Record<CallLogField, string>>;
  /** See `readDayAt`. Times are always `H:MM:SS`. */
  readonly dayPattern: string;
  readonly outcomes: Readonly<Record<string, LoggedOutcome>>;
  /** What stands in the customer's column when nobody knows who called. */
  readonly unknownCustomers: readonly string[];
  /** What stands in the agent's column when nobody served, or nobody knows who did. */
  readonly unknownAgents: readonly string[];
  /** The waiting time that a priority word is worth: its calls are served as if they had come that much earlier. */
  readonly headStartMsByPriority: Readonly<Record<string, number>>;
}

/**
 * A tab-separated log of one row a call, as kept by the "Anonymous Bank" of the SEELab collection.
 *
 * A pair of times that are both 0:00:00 means that the call had no such part.
 * Source: Ilan Guedj and Avi Mandelbaum, "Anonymous Bank" Call-Center Data, Documentation, 2000.
 */
export const CALL_LOG: CallLogFormat = {
  separator: '\t',
  columns: {
    line: 'vru+line',
    callId: 'call_id',
    customer: 'customer_id',
    priority: 'priority',
    skill: 'type',
    day: 'date',
    entered: 'vru_entry',
    menuLeft: 'vru_exit',
    queued: 'q_start',
    queueLeft: 'q_exit',
    outcome: 'outcome',
    serviceStarted: 'ser_start',
    serviceEnded: 'ser_exit',
    agent: 'server',
  },
  dayPattern: 'yymmdd',
  outcomes: { AGENT: 'answered', HANG: 'hung-up', PHANTOM: 'ignored' },
  unknownCustomers: ['0', ''],
  unknownAgents: ['NO_SERVER', ''],
  headStartMsByPriority: { '0': 0, '1': 0, '2': 90_000 },
};
