export { describeOffers } from './describe-offers.ts';
export { type Attempt, attempt, type Row } from './desk-driver.ts';
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
export { type Place } from './oracle-model.ts';
export { type RandomHistory, runRandomCentre } from './random-centre.ts';
