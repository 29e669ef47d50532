export {
  readDay,
  type RecordedDay,
  type RecordedItem,
  type RecordedRow,
} from './day/recorded-day.ts';
export { type DayBegun, type DayReplay, measureDay, startDayReplay } from './day/replay-day.ts';
export { type Random, randomOf, seededRandom } from './random.ts';
export {
  CALL_LOG,
  type CallLogField,
  type CallLogFormat,
  type LoggedOutcome,
} from './replay/call-log-format.ts';
export {
  type CallLog,
  type CallLogReader,
  type NotACallLog,
  readCallLog,
} from './replay/call-log-reader.ts';
export type {
  DirtyFault,
  DirtyReason,
  DirtyRow,
  IgnoredReason,
  LoggedCall,
  Service,
} from './replay/logged-call.ts';
export type { AgentTime, CallFigures, CallOutcome, Continuity } from './replay/measure-calls.ts';
export {
  type DeskPort,
  type Replay,
  ReplayRefused,
  replayThrough,
  startReplay,
} from './replay/replay-desk.ts';
export {
  createReplayDriver,
  type ReplayDriver,
  type ReplayOutcome,
} from './replay/replay-driver.ts';
export type { CallChances, ChanceDimension } from './replay/chances-of-calls.ts';
export { type PolicyName, POLICY_NAMES } from './replay/replay-policy.ts';
export {
  type CentreFigures,
  replayReport,
  type ReplayReport,
  type ReplayResults,
} from './replay/replay-report.ts';
export {
  type Scenario,
  type ScenarioAgent,
  type ScenarioCall,
  type ScenarioShift,
  scenarioOf,
  type UncoveredSkill,
} from './replay/scenario.ts';
