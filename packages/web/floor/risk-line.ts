import type { Card } from './cards.ts';
import type { Person, Risk } from './floor-model.ts';
import { stateName } from './state-name.ts';
import { say } from './words/words.ts';

/** Why an item is at risk, and that whoever looks after its customer is away, where he is. */
export function riskLine(risk: Risk, card: Card, people: ReadonlyMap<string, Person>): string {
  const because = whyText(risk, people);
  const owner = people.get(card.bond?.ownerId ?? '');
  if (owner === undefined || owner.presence.state === 'ready' || risk.why === 'named-away') {
    return because;
  }
  const away = say('floor.owner-away', { name: owner.name, state: stateName(owner) });
  return `${because} · ${away}`;
}

function whyText({ item, why, isSomebodyFree }: Risk, people: ReadonlyMap<string, Person>): string {
  const channel = say(`channel.${item.channel}`);
  const named = people.get((why === 'named-away' ? item.preferredId : item.agentId) ?? '');
  if (why === 'named-away') return say('floor.why.named-away', { name: named?.name ?? '' });
  if (item.status === 'offered' && named !== undefined) {
    return say('floor.why.ringing', { name: named.name });
  }
  if (why === 'late' && !isSomebodyFree) return say('floor.why.late-nobody', { channel });
  if (why === 'nobody') return say('floor.why.nobody', { channel });
  return say(`floor.why.${why}`);
}
