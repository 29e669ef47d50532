import type { EN_SKILL_NAMES } from './en-skill-names.ts';

/** What set-up says of the names and kinds of skills, in German. */
export const DE_SKILL_NAMES: Readonly<Record<keyof typeof EN_SKILL_NAMES, string>> = {
  'skill-names.hint':
    'Wie Fähigkeiten heißen. Berater haben sie und Arbeit verlangt sie nach ihrer Kennung, die bleibt.',
  'skill-names.none': 'Noch hat niemand eine Fähigkeit, und nichts verlangt eine.',
  'skill-names.new': 'Neue Fähigkeit',
  'skill-names.new-hint': 'Was alle lesen. Die Kennung entsteht daraus.',
  'skill-names.name-hint': 'Was alle lesen. Die Kennung bleibt {id}; ohne Namen heißt sie so.',
  'skill-names.kind': 'Wofür sie steht',
  'skill-names.kind-hint':
    'Arbeit, die lange wartet, verlangt weniger von einem Standort und von einem Können; eine Sprache und eine Zulassung werden bis zum Ende verlangt. Eine Fähigkeit mit der Kennung eines Kanals, wie video, kann für diesen Kanal stehen.',
  'skill-names.kind-none': 'Nicht gesagt: bis zum Ende verlangt',
  'skill-kind.ability': 'Ein Können',
  'skill-kind.site': 'Ein Standort',
  'skill-kind.language': 'Eine Sprache',
  'skill-kind.licence': 'Eine Zulassung',
  'skill-kind.channel': 'Ein Kanal: Was über ihn kommt, verlangt diese Fähigkeit',
  'skill-names.id': 'Kennung',
  'skill-names.agents': 'Wer sie hat',
  'skill-names.agent-count': '{count, plural, =0 {niemand} one {# Berater} other {# Berater}}',
};
