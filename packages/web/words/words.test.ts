import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { expect, test } from 'vitest';
import { DE } from './de.ts';
import { EN } from './en.ts';

type Messages = Readonly<Record<string, string>>;

/** Each room keeps its own beside it, in `words/en.ts` and `words/de.ts`. */
const ROOMS_EN = import.meta.glob<Messages>('../*/words/en.ts', { import: 'EN', eager: true });
const ROOMS_DE = import.meta.glob<Messages>('../*/words/de.ts', { import: 'DE', eager: true });
const ALL_EN = together([EN, ...Object.values(ROOMS_EN)]);
const ALL_DE = together([DE, ...Object.values(ROOMS_DE)]);
const IDS = Object.keys(ALL_EN);

test('every message is there in every language, and no name is used twice', () => {
  expect(Object.keys(ALL_DE).sort()).toEqual([...IDS].sort());
  const named = [EN, ...Object.values(ROOMS_EN)].flatMap((room) => Object.keys(room));
  expect(named.filter((id, index) => named.indexOf(id) !== index)).toEqual([]);
});

test('every message can be said, and asks for the same values in every language', () => {
  for (const id of IDS) {
    expect([id, ...valuesOf(ALL_DE[id] ?? '')]).toEqual([id, ...valuesOf(ALL_EN[id] ?? '')]);
  }
});

test('German calls each thing by one name, and says du', () => {
  const others =
    /Kennwort|Vorgesetzt|Gruppe|Anliegen|Nacharbeit|Zustand|Verwaltung|Center|[Ii]nnert |[Aa]usser|«|Ihnen|\bBitte\b/u;
  const found = Object.entries(ALL_DE).filter(([, message]) => others.test(message));
  expect(found.map(([id]) => id)).toEqual(['presence.do-not-disturb']);
});

test('another language leaves nothing untranslated but names', () => {
  const same = IDS.filter((id) => ALL_DE[id] === ALL_EN[id]);
  expect(same.sort()).toEqual([
    'app.name',
    'bonds.said-declared',
    'channel.chat',
    'channel.fax',
    'channel.sms',
    'channel.video',
    'field.teamId',
    'floor.filter.team',
    'floor.none',
    'floor.number',
    'live.on',
    'organisation.teams',
    'percent',
    'person.team',
    'sign-in.code',
    'skill.has',
    'vip',
    'wallboard.live',
  ]);
});

function together(catalogues: readonly Messages[]): Messages {
  return Object.fromEntries(catalogues.flatMap((messages) => Object.entries(messages)));
}

/** Names of what a message is filled with, sorted. @throws {SyntaxError} it is no ICU message. */
function valuesOf(message: string): readonly string[] {
  const names = new Set<string>();
  const visit = (elements: readonly MessageFormatElement[]): void => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      if (element.type === TYPE.tag) visit(element.children);
      else names.add(element.value);
      if (element.type === TYPE.plural || element.type === TYPE.select) {
        for (const { value } of Object.values(element.options)) visit(value);
      }
    }
  };
  visit(parse(message));
  return [...names].sort();
}
