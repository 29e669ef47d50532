import { expect, test } from 'vitest';
import { requirementText, skillName, skillText } from './skill-name.ts';
import { learnSkillNames, skillCalled } from './skill-names.ts';

test.each([
  ['heat-pumps', 'Heat pumps'],
  ['italian', 'Italian'],
  ['on_site', 'On site'],
  ['Wärmepumpe', 'Wärmepumpe'],
  ['Two-pipe systems', 'Two-pipe systems'],
])('%s is called %s', (skill, name) => {
  expect(skillName(skill)).toBe(name);
});

test('a skill is called by the name that it was given, and found by it', () => {
  learnSkillNames({ skillNames: [{ skill: 'hp-2', name: 'Heat pumps and boilers' }] });
  expect(skillName('hp-2')).toBe('Heat pumps and boilers');
  expect(requirementText({ skill: 'hp-2', minLevel: 3 })).toBe(
    'Heat pumps and boilers, alone or better',
  );
  expect(skillCalled(' heat pumps AND boilers')).toBe('hp-2');
  expect(skillCalled('hp-3')).toBeUndefined();
  learnSkillNames({ skillNames: [] });
  expect(skillName('hp-2')).toBe('Hp 2');
});

test('levels are told in words', () => {
  expect(skillText({ skill: 'billing', level: 2 })).toBe('Billing, with help');
  expect(skillText({ skill: 'billing', level: 5 })).toBe('Billing, teaches it');
  expect(requirementText({ skill: 'heat-pumps', minLevel: 3 })).toBe('Heat pumps, alone or better');
});
