import type { Refusal, WorkStatus } from '@rapport/core';

type Code = Refusal['code'];
type RefusalWith<SomeCode extends Code> = Extract<Refusal, { readonly code: SomeCode }>;

/** A code without its sentence does not compile. */
const SENTENCES: { readonly [Each in Code]: (refusal: RefusalWith<Each>) => string } = {
  'field-invalid': ({ field, expected }) => `Field ${field} is not valid; expected ${expected}.`,
  'agent-unknown': ({ agentId }) => `There is no agent ${agentId}.`,
  'agent-already-registered': ({ agentId }) => `Agent ${agentId} is registered already.`,
  'agent-carries-work': ({ agentId, carriedCount }) =>
    `Agent ${agentId} still carries ${counted(carriedCount, 'item')}, ` +
    'to be completed or transferred before signing out.',
  'agent-on-duty': ({ agentId }) =>
    `Agent ${agentId} is on duty, and is to be signed out before leaving.`,
  'agent-not-absent': ({ agentId }) => `Agent ${agentId} is not away.`,
  'deputy-unfit': ({ deputyId }) =>
    `Agent ${deputyId} cannot stand in: that agent is away too, or is the one who is to be away.`,
  'promise-unknown': ({ promiseId }) => `There is no promise ${promiseId}.`,
  'calendar-unknown': ({ calendarId }) => `There is no calendar ${calendarId}.`,
  'agreement-overlaps': ({ agreementId }) =>
    `Agreement ${agreementId} serves the same already; agree on a new version of it instead.`,
  'promise-agreed': ({ promiseId, agreementId }) =>
    `Promise ${promiseId} is part of agreement ${agreementId}; a new version of that changes what is promised from then on.`,
  'promise-missing': () => 'No agreement makes a promise for this item, and none is named.',
  'merge-not-possible': ({ customerId, mergedId }) =>
    `Customer ${mergedId} cannot be merged into ${customerId}: it is merged already, or they are one.`,
  'merge-unknown': ({ customerId, mergedId }) =>
    `Customer ${mergedId} is not, or no longer, merged into ${customerId}.`,
  'credits-exhausted': ({ creditsMax }) =>
    `As many customers have a credit as the policy allows (${creditsMax}); end one, or let one run out.`,
  'credit-unknown': ({ customerId }) => `Customer ${customerId} has no credit, or none any more.`,
  'emergency-unknown': ({ skill }) =>
    skill === undefined
      ? 'No emergency of all work stands, or it is over.'
      : `No emergency of what asks for ${skill} stands, or it is over.`,
  'bonds-orphaned': ({ agentId, orphanedCount }) =>
    `Agent ${agentId} owns bonds without a deputy who is still there (${orphanedCount}); name somebody who has them from now on.`,
  'nothing-rehomed': ({ agentId }) =>
    `No bonds of agent ${agentId} were given to others within the last week.`,
  'work-unknown': ({ workId }) =>
    `There is no open item ${workId}: it never came in, or it is done or abandoned.`,
  'matter-of-another': ({ matterId }) =>
    `Matter ${matterId} is somebody else’s: what belongs to one matter is of one person, unless an emergency stands.`,
  'work-linked-already': ({ workId, matterId }) =>
    `Item ${workId} belongs to matter ${matterId} already, to which others belong; take it out of that first.`,
  'work-not-linked': ({ workId }) => `Item ${workId} belongs to no matter.`,
  'work-paused': ({ workId, agentId }) =>
    `Item ${workId} is put aside with agent ${agentId}, who is answering another item of its matter.`,
  'work-already-received': ({ workId }) => `Item ${workId} has been received already.`,
  'offer-not-open': ({ workId, agentId }) =>
    `Item ${workId} is not, or no longer, offered to agent ${agentId}.`,
  'work-not-yours': ({ workId, agentId }) => `Agent ${agentId} is not working on item ${workId}.`,
  'agent-not-choosable': ({ workId, agentId }) =>
    `The customer of item ${workId} cannot wait for agent ${agentId}: the agent does not know the customer, cannot serve it, or is not expected.`,
  'callback-not-promised': ({ workId }) =>
    `The customer of item ${workId} has been promised no call.`,
  'moment-not-free': ({ workId, agentId, dueAt }) =>
    `Agent ${agentId} cannot promise to call for item ${workId} at ${dueAt}: the agent is not at work then, is busy, or has promised another call.`,
  'agent-full': ({ agentId }) =>
    `Agent ${agentId} has no room for this beside what is in hand already.`,
  'agent-signed-out': ({ agentId }) =>
    `Agent ${agentId} is signed out, and can take this up once back.`,
  'alert-not-open': ({ workId }) =>
    `Item ${workId} has no alert that is still to be seen, or it was told to somebody else.`,
  'wrap-up-extended': ({ workId, extensionCount }) =>
    `The wrap-up of item ${workId} has been extended ${counted(extensionCount, 'time')}, which is as often as it may be.`,
  'turn-unchanged': ({ workId }) =>
    `Whose turn it is in item ${workId} is as it was, or it is no chat.`,
  'work-state-wrong': ({ workId, status, expected }) =>
    `Item ${workId} is ${inWords(status)}; this needs it to be ${expected.map(inWords).join(' or ')}.`,
};

/** Where a code is not yet what people say. */
const STATUS_WORDS: ReadonlyMap<WorkStatus, string> = new Map([
  ['offered', 'on offer'],
  ['on-hold', 'on hold'],
  ['deferred', 'put off'],
  ['wrap-up', 'in wrap-up'],
]);

/** Says in one English sentence why a command was refused, with the ids and values it is about. */
export function refusalMessage(refusal: Refusal): string {
  // The compiler does not see that a refusal and the sentence of its own code belong together.
  const sentence = SENTENCES[refusal.code] as (refusal: Refusal) => string;
  return sentence(refusal);
}

function inWords(status: WorkStatus): string {
  return STATUS_WORDS.get(status) ?? status;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
