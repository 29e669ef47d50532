import { skillName } from '../skills/skill-name.ts';
import { ListRoom } from './ListRoom.tsx';
import { useIsOneOf } from './rooms.ts';
import { useSettings } from './settings.ts';
import { SkillNameForm } from './SkillNameForm.tsx';
import { type KnownSkill, useKnownSkills } from './use-known-skills.ts';
import { useWords } from './words/words.ts';

/** Every skill that somebody has, that is asked for or that was named: what it is called. */
export function SkillNamesRoom() {
  const say = useWords();
  const canWrite = useIsOneOf(['administrator']);
  const named = useSettings('skillNames');
  const items = useKnownSkills();
  return (
    <ListRoom
      room="skill-names"
      list={{ ...named, items }}
      idOf={idOf}
      nameOf={({ skill }) => skillName(skill)}
      columns={[
        { head: say('skill-names.id'), isWide: true, cell: idOf },
        {
          head: say('skill-names.agents'),
          cell: ({ agentCount }) => say('skill-names.agent-count', { count: agentCount }),
        },
      ]}
      begin={canWrite && 'skill-names.new'}
      form={(skill, { close }) => (
        <SkillNameForm skill={skill} canWrite={canWrite} onClose={close} />
      )}
    />
  );
}

function idOf({ skill }: KnownSkill): string {
  return skill;
}
