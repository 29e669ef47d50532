/** What set-up says of the names and kinds of skills, in English. */
export const EN_SKILL_NAMES = {
  'skill-names.hint':
    'What skills are called. Agents have them, and work asks for them, by their ids, which stay.',
  'skill-names.none': 'Nobody has a skill yet, and nothing asks for one.',
  'skill-names.new': 'New skill',
  'skill-names.new-hint': 'What everybody reads. Its id is made from it.',
  'skill-names.name-hint':
    'What everybody reads. Its id stays {id}; without a name it is called by that.',
  'skill-names.kind': 'What it stands for',
  'skill-names.kind-hint':
    'Work that waits for long asks for less of a site and of an ability; a language and a licence are asked for to the end. A skill with the id of a channel, such as video, can stand for that channel.',
  'skill-names.kind-none': 'Not said: asked for to the end',
  'skill-kind.ability': 'An ability',
  'skill-kind.site': 'A site',
  'skill-kind.language': 'A language',
  'skill-kind.licence': 'A licence',
  'skill-kind.channel': 'A channel: whatever comes over it asks for this skill',
  'skill-names.id': 'Id',
  'skill-names.agents': 'Who has it',
  'skill-names.agent-count': '{count, plural, =0 {nobody} one {# agent} other {# agents}}',
} as const;
