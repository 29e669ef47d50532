import { useState } from 'react';
import { Tag } from '../design/Notes.tsx';
import { AgentForm } from './AgentForm.tsx';
import { Listed, NamedRow, Room } from './Room.tsx';
import { useIsOneOf } from './rooms.ts';
import { useSettings } from './settings.ts';
import { useWords } from './words/words.ts';

/** What each agent can do, how well, and how much at once. */
export function SkillsRoom() {
  const say = useWords();
  const canWrite = useIsOneOf(['administrator']);
  const agents = useSettings('agents');
  const teams = useSettings('teams');
  const [chosenId, choose] = useState<string>();
  const chosen = agents.items.find(({ agentId }) => agentId === chosenId);
  const sorted = agents.items.toSorted((a, b) =>
    (a.piiName ?? a.agentId).localeCompare(b.piiName ?? b.agentId),
  );
  return (
    <>
      <Room title={say('room.skills')} hint={say('skills.hint')}>
        <Listed list={agents} empty={say('skills.none')}>
          <table className="table">
            <thead>
              <tr>
                <th>{say('skills.agent')}</th>
                <th className="wide">{say('person.team')}</th>
                <th>{say('skills.skills')}</th>
              </tr>
            </thead>
            <tbody>
              {sorted.map(({ agentId, piiName, teamId, skills }) => (
                <NamedRow
                  key={agentId}
                  name={piiName ?? agentId}
                  isChosen={agentId === chosenId}
                  onChoose={() => choose(agentId)}
                >
                  <td className="wide">
                    {teams.items.find((team) => team.teamId === teamId)?.name}
                  </td>
                  <td>
                    <span className="tags">
                      {skills.map(({ skill, level }) => (
                        <Tag key={skill}>
                          {skill} <span className="num">{level}</span>
                        </Tag>
                      ))}
                      {skills.length === 0 && (
                        <span className="hint">{say('skills.no-skill')}</span>
                      )}
                    </span>
                  </td>
                </NamedRow>
              ))}
            </tbody>
          </table>
        </Listed>
      </Room>
      {chosen !== undefined && (
        <AgentForm
          key={chosen.agentId}
          agent={chosen}
          canWrite={canWrite}
          onClose={() => choose(undefined)}
        />
      )}
    </>
  );
}
