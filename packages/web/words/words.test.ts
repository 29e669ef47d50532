import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { expect, test } from 'vitest';
import { DE } from './de.ts';
import { EN, type WordsId } from './en.ts';

const IDS = Object.keys(EN) as WordsId[];

test('every message can be said, and asks for the same values in every language', () => {
  for (const id of IDS) expect([id, ...valuesOf(DE[id])]).toEqual([id, ...valuesOf(EN[id])]);
});

test('another language leaves nothing untranslated but names', () => {
  const same = IDS.filter((id) => DE[id] === EN[id]);
  expect(same.sort()).toEqual([
    'app.name',
    'channel.chat',
    'channel.fax',
    'channel.sms',
    'channel.video',
    'live.on',
    'sign-in.code',
    'vip',
  ]);
});

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
