import type { Random } from '@rapport/planning';
import { pick } from '../organisation/pick.ts';
import { ENGLISH } from './english.ts';
import { OTHER_LANGUAGES } from './other-languages.ts';
import type { Topic } from './topic.ts';

/** A matter in the words of one customer and one colleague, each after the other. */
export interface Matter {
  readonly language: Topic['language'];
  readonly skill: string;
  readonly minLevel: number;
  readonly subject: string;
  readonly opening: string;
  readonly question: string;
  readonly detail: string;
  readonly solution: string;
  readonly thanks: string;
  readonly note: string;
  readonly disposition: Topic['disposition'];
}

const MODELS = ['Halden 8', 'Halden 12', 'Birk S', 'Birk Duo', 'Halden Arctic'];
const TOWNS = ['Freiburg', 'Basel', 'Colmar', 'Lörrach', 'Cork', 'Offenburg', 'Emmendingen'];
const TECHNICIANS = ['Mr Okoye', 'Ms Ferrand', 'Mr Lindqvist', 'Ms Petrova', 'Mr Doyle'];
const DAYS: Readonly<Record<Topic['language'], readonly string[]>> = {
  en: ['Tuesday', 'Wednesday', 'Thursday', 'Friday'],
  de: ['Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag'],
  fr: ['mardi', 'mercredi', 'jeudi', 'vendredi'],
};
const TOPICS = [...ENGLISH, ...OTHER_LANGUAGES];

/** Draws a matter in a language that is somebody's concern with one of these skills. */
export function writeMatter(
  random: Random,
  language: Topic['language'],
  skills: ReadonlySet<string>,
): Matter {
  const spoken = TOPICS.filter((topic) => topic.language === language);
  const fitting = spoken.filter(({ skill }) => skills.has(skill));
  const topic = pick(random, fitting.length > 0 ? fitting : spoken);
  const slots: Readonly<Record<string, string>> = {
    model: pick(random, MODELS),
    town: pick(random, TOWNS),
    tech: pick(random, TECHNICIANS),
    day: pick(random, DAYS[language]),
    serial: `HB-${digits(random, 5)}`,
    order: `${20 + Math.floor(random() * 7)}-${digits(random, 4)}`,
    amount: `€ ${18 + Math.floor(random() * 120)}`,
  };
  const say = (text: string): string =>
    text.replaceAll(/\{(\w+)\}/gu, (whole, name: string) => slots[name] ?? whole);
  const { opening, question, detail, solution } = pick(random, topic.courses);
  return {
    language,
    skill: topic.skill,
    minLevel: topic.minLevel,
    subject: say(pick(random, topic.subjects)),
    opening: say(opening),
    question: say(question),
    detail: say(detail),
    solution: say(solution),
    thanks: pick(random, topic.thanks),
    note: topic.note,
    disposition: topic.disposition,
  };
}

function digits(random: Random, count: number): string {
  return String(Math.floor(random() * 10 ** count)).padStart(count, '0');
}
