import type { WaitingKind } from '@rapport/protocol';
import { durationText } from '../design/time-left.ts';
import { skillName } from '../skills/skill-name.ts';
import type { Card } from './cards.ts';
import type { FloorItem, Person, Risk } from './floor-model.ts';
import { stateName } from './state-name.ts';
import { say } from './words/words.ts';

/** Why an item is at risk, who could take it, and who looks after its customer, with where he is. */
export function riskLine(
  risk: Risk,
  card: Card | undefined,
  people: ReadonlyMap<string, Person>,
): string {
  const owner = people.get(card?.bond?.ownerId ?? '');
  return [...whyTexts(risk, people), takersText(risk.kind), ownerText(risk, owner)]
    .filter((part) => part !== undefined)
    .join(' · ');
}

/** Who could take what waits, where nobody can now; undefined while it is being offered. */
export function takersText(kind: WaitingKind | undefined): string | undefined {
  if (kind === undefined) return undefined;
  const { ableCount, readyCount, freeCount, backAt } = kind;
  const asked = askedFor(kind);
  if (ableCount === 0) return say('floor.takers.none', asked);
  if (freeCount > 0) return say('floor.takers.passed', asked);
  if (readyCount > 0) return say('floor.takers.busy', asked);
  return backAt === undefined
    ? say('floor.takers.away', asked)
    : say('floor.takers.back', { ...asked, at: backAt });
}

/** The skills that are asked for, or, where there are none, the channel alone. */
function askedFor({ channel, requirements }: WaitingKind): { by: string; what: string } {
  if (requirements.length === 0) return { by: 'channel', what: say(`channel.${channel}`) };
  return { by: 'skill', what: requirements.map(({ skill }) => skillName(skill)).join(' + ') };
}

/** Whom the customer knows: the one who looks after him. */
function ownerText({ why }: Risk, owner: Person | undefined): string | undefined {
  if (owner === undefined || why === 'named-away') return undefined;
  const { name, presence } = owner;
  return presence.state === 'ready'
    ? say('floor.owner', { name })
    : say('floor.owner-away', { name, state: stateName(owner) });
}

/** That it is late stands before, with by how much. */
function whyTexts(
  { item, why, isLongest }: Risk,
  people: ReadonlyMap<string, Person>,
): readonly string[] {
  const named = people.get((why === 'named-away' ? item.preferredId : item.agentId) ?? '');
  const isInTime = why === 'longest' && item.dueAt !== undefined;
  const texts = isLongest ? [say(isInTime ? 'floor.why.in-time' : 'floor.why.longest')] : [];
  if (why === 'named-away') texts.push(say('floor.why.named-away', { name: named?.name ?? '' }));
  else if (item.status === 'offered' && named !== undefined) {
    texts.push(say('floor.why.ringing', { name: named.name }));
  } else if (why === 'soon') texts.push(say('floor.why.soon'));
  texts.push(...reservedTexts(item, people));
  return [...texts, ...alertTexts(item, why)];
}

/** For whom it is kept, by whose choice, and until when; or that whoever is free first was chosen. */
export function reservedTexts(
  { reservation, choice, status }: FloorItem,
  people: ReadonlyMap<string, Person>,
): readonly string[] {
  const isAnybodys = choice !== undefined && choice.agentId === undefined;
  if (reservation === undefined) {
    return isAnybodys && status === 'waiting' ? [say('floor.why.anybody')] : [];
  }
  const names = reservation.agentIds.map((id) => people.get(id)?.name ?? id);
  return [
    say(`floor.why.${keptAs(reservation, choice)}`, {
      name: names.join(', '),
      at: reservation.untilAt,
    }),
  ];
}

/** Why it is kept: for one alone, by the customer's choice or because he promised to call; or for those who know him. */
export function keptAs(
  { isChosen }: NonNullable<FloorItem['reservation']>,
  choice: FloorItem['choice'],
): 'chosen' | 'promised' | 'reserved' {
  if (isChosen !== true) return 'reserved';
  return choice === undefined ? 'promised' : 'chosen';
}

/** Why nothing is done for it at the moment: the customer of a chat is silent, or it was put aside for a live item. */
export function restingTexts(
  { silentSince, asideForId }: FloorItem,
  now: number,
): readonly string[] {
  const texts = asideForId === undefined ? [] : [say('floor.aside')];
  if (silentSince === undefined) return texts;
  return [...texts, say('floor.silent', { time: durationText(Math.max(0, now - silentSince)) })];
}

/** That it is foreseen to be late, and what to do about it, until somebody has seen to that. */
function alertTexts({ alert }: Risk['item'], why: Risk['why']): readonly string[] {
  const isTold = why === 'predicted' || why === 'handed-on';
  const foreseen = isTold ? [say(`floor.why.${why}`)] : [];
  if (alert === undefined) return foreseen;
  return [...foreseen, say(alert.isSeen ? 'floor.alert.seen' : `floor.alert.${alert.advice}`)];
}
