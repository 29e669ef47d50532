import { type AgentId, type Instant, isSynchronous } from '@rapport/core';
import { answerLetter, greeting } from '../words/letters.ts';
import { actorOf, nameOf, type PastItem, type Scene, speak } from './scene.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
/** Of an offer nobody looks at, and of one that is declined. */
const MISSED = 0.012;
const DECLINED = 0.03;

/** An agent looks at an offer: mostly he takes it and serves it to its end. */
export function answerOffer(
  scene: Scene,
  item: PastItem,
  { agentId, at }: { readonly agentId: AgentId; readonly at: Instant },
): void {
  const { workId, channel, random } = item;
  const chance = random();
  if (chance < MISSED) return;
  const seconds = isSynchronous(channel) ? 2 + random() * 9 : 5 + random() * 70;
  scene.plan(at + seconds * SECOND_MS, (now) => {
    const offer = { workId, agentId } as const;
    if (chance < DECLINED) {
      scene.order({ type: 'decline-offer', ...offer, reason: 'conflict' }, actorOf(agentId), now);
    } else if (scene.order({ type: 'accept-offer', ...offer }, actorOf(agentId), now)) {
      serve(scene, item, { agentId, at: now });
    }
  });
}

interface Service {
  readonly agentId: AgentId;
  readonly at: Instant;
}

function serve(scene: Scene, item: PastItem, service: Service): void {
  const { workId, random, matter } = item;
  const { agentId } = service;
  const { disposition } = matter;
  const doneAt = work(scene, item, service) + 5 * SECOND_MS;
  scene.plan(doneAt, (now) => {
    scene.order({ type: 'wrap-up-work', workId, agentId }, actorOf(agentId), now);
  });
  scene.plan(doneAt + (10 + random() * 50) * SECOND_MS, (now) => {
    scene.order({ type: 'complete-work', workId, agentId, disposition }, actorOf(agentId), now);
  });
}

/** Plans the exchange itself; returns when it is over. */
function work(scene: Scene, item: PastItem, { agentId, at }: Service): Instant {
  const { channel, matter, customer, random } = item;
  if (channel === 'phone') {
    const ends = at + (1.5 + random() * 6) * MINUTE_MS;
    scene.plan(ends, speak(scene, item, { from: agentId, piiText: matter.note, isNote: true }));
    return ends;
  }
  if (isConversation(channel)) return converse(scene, item, { agentId, at });
  const answersAt = at + (2 + random() * 9) * MINUTE_MS;
  const piiText = answerLetter(matter, customer.name, nameOf(agentId));
  scene.plan(answersAt, speak(scene, item, { from: agentId, piiText }));
  return answersAt;
}

/** Whether both are there at once and speak in lines; else they write letters. */
export function isConversation(channel: PastItem['channel']): boolean {
  return channel !== 'phone' && (isSynchronous(channel) || channel === 'messaging');
}

function converse(scene: Scene, item: PastItem, { agentId, at }: Service): Instant {
  const { matter, random } = item;
  const [colleague = ''] = nameOf(agentId).split(' ');
  let next = at;
  const after = (seconds: number, from: 'customer' | AgentId, piiText: string): void => {
    next += seconds * (0.6 + random()) * SECOND_MS;
    scene.plan(next, speak(scene, item, { from, piiText }));
  };
  after(18, agentId, greeting(matter, colleague));
  after(35, 'customer', matter.detail);
  after(60, agentId, matter.solution);
  after(25, 'customer', matter.thanks);
  return next;
}
