export { runChattingCentre } from './chatting-centre.ts';
export { describeOffers } from './describe-offers.ts';
export { EAGER_POLICY } from './eager-policy.ts';
export { type Attempt, attempt, type Row } from './desk-driver.ts';
export { runFaultyCentre } from './faulty-centre.ts';
export { given, type Outcome, type Step } from './given.ts';
export {
  abandon,
  accept,
  agent,
  bond,
  busy,
  calendar,
  change,
  complete,
  decline,
  hold,
  interruptedUntil,
  lateAt,
  type Levels,
  notReady,
  offered,
  onDuty,
  promise,
  queued,
  ready,
  signedOut,
  type Span,
  transfer,
  unhold,
  until,
  work,
  type WorkTerms,
  wrapUp,
} from './messages.ts';
export { createOracle, type Oracle } from './oracle.ts';
export { type Place } from './oracle-moves.ts';
export { type RandomHistory, runRandomCentre } from './random-centre.ts';
export { runSteadyCentre } from './steady-centre.ts';
export { watchWithOracle } from './watch-with-oracle.ts';
