import { randomOf } from '@rapport/planning';
import { expect, test } from 'vitest';
import { AGENTS } from '../organisation/agents.ts';
import { drawCustomers } from '../organisation/draw-customers.ts';
import { answerLetter, firstWords, greeting } from '../words/letters.ts';
import { arrivalOf } from './arrivals.ts';

const arrivals = drawCustomers(1).map((customer, number) =>
  arrivalOf({ random: randomOf(1, `arrival ${number}`), customer, number, seed: 1 }),
);

test('whoever owns a customer is able to serve what he comes with', () => {
  for (const { customer, requirements } of arrivals) {
    const owner = AGENTS.find(({ agentId }) => agentId === customer.ownerId);
    const lacking = requirements
      .filter(({ skill }) => !['german', 'french'].includes(skill))
      .filter(
        ({ skill, minLevel }) =>
          owner?.skills.some((known) => known.skill === skill && known.level >= minLevel) === false,
      );
    expect(lacking).toEqual([]);
  }
});

test('somebody is able to serve every matter in its language', () => {
  for (const { requirements } of arrivals) {
    const able = AGENTS.filter(({ skills }) =>
      requirements.every(({ skill, minLevel }) =>
        skills.some((known) => known.skill === skill && known.level >= minLevel),
      ),
    );
    expect(able.length).toBeGreaterThan(0);
  }
});

test('what is said has no gaps, and letters say whom they are for', () => {
  for (const { matter, customer } of arrivals) {
    const letter = answerLetter(matter, customer.name, 'Ted Marsh');
    expect(letter).toContain(customer.name);
    const texts = [
      ...[matter.subject, matter.detail, matter.thanks, matter.note, letter],
      ...[firstWords(matter, true, customer.name), firstWords(matter, false, customer.name)],
      greeting(matter, 'Ted'),
    ];
    expect(texts.filter((text) => /[{}]|undefined/u.test(text))).toEqual([]);
  }
});
