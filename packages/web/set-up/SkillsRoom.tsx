import { Tag } from '../design/Notes.tsx';
import { skillText } from '../skills/skill-name.ts';
import { AgentForm } from './AgentForm.tsx';
import { Leavers } from './Leavers.tsx';
import { ListRoom } from './ListRoom.tsx';
import { useIsOneOf } from './rooms.ts';
import { type Agent, useSettings } from './settings.ts';
import { useWords } from './words/words.ts';

/** What each agent can do, how well, and how much at once. */
export function SkillsRoom() {
  const say = useWords();
  const canWrite = useIsOneOf(['administrator']);
  const canRehome = useIsOneOf(['supervisor', 'administrator']);
  const agents = useSettings('agents');
  const teams = useSettings('teams');
  const items = agents.items.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b)));
  return (
    <ListRoom
      room="skills"
      list={{ ...agents, items }}
      notice={canRehome && agents.isKnown && <Leavers agentCount={items.length} />}
      idOf={({ agentId }) => agentId}
      nameOf={nameOf}
      nameHead={say('skills.agent')}
      columns={[
        {
          head: say('person.team'),
          isWide: true,
          cell: ({ teamId }) => teams.items.find((team) => team.teamId === teamId)?.name,
        },
        { head: say('skills.skills'), cell: ({ skills }) => <SkillTags skills={skills} /> },
      ]}
      form={(agent, { close }) =>
        agent && <AgentForm agent={agent} canWrite={canWrite} onClose={close} />
      }
    />
  );
}

function SkillTags({ skills }: Pick<Agent, 'skills'>) {
  const say = useWords();
  return (
    <span className="tags">
      {skills.map((each) => (
        <Tag key={each.skill}>{skillText(each)}</Tag>
      ))}
      {skills.length === 0 && <span className="hint">{say('skills.no-skill')}</span>}
    </span>
  );
}

function nameOf({ piiName, agentId }: Agent): string {
  return piiName ?? agentId;
}
