import type { Role } from '@rapport/protocol';
import { Check, Choice, Field } from '../design/Field.tsx';
import { answered, api } from '../session/api.ts';
import { type Person, reloadSettings, useSettings } from './settings.ts';
import type { Draft } from './use-draft.ts';
import type { Saving } from './use-saving.ts';
import { useWords } from './words/words.ts';

const ROLES = [
  'agent',
  'attendant',
  'supervisor',
  'planner',
  'care-owner',
  'staff',
  'administrator',
] as const satisfies readonly Role[];

/** Of whom an agent is made together with the person. */
const NEW_AGENT = 'new';

export interface PersonDraft {
  readonly piiName: string;
  readonly piiEmail: string;
  readonly roles: readonly Role[];
  /** Empty for nobody's. */
  readonly agentId: string;
  readonly teamId: string;
  readonly ledTeamIds: readonly string[];
}

/** What the routes take of a person. */
interface PersonDetails {
  readonly piiName: string;
  readonly piiEmail: string;
  readonly roles: Role[];
  readonly agentId?: string;
  readonly ledTeamIds?: string[];
}

export const PERSON_FIELDS = ['piiName', 'piiEmail', 'roles', 'agentId', 'ledTeamIds'];

/** A person as the form begins with him. */
export function draftOf(person?: Person): PersonDraft {
  return {
    piiName: person?.piiName ?? '',
    piiEmail: person?.piiEmail ?? '',
    roles: person?.roles ?? ['agent'],
    agentId: person === undefined ? NEW_AGENT : (person.agentId ?? ''),
    teamId: '',
    ledTeamIds: person?.ledTeamIds ?? [],
  };
}

/** The person that a draft describes; makes his agent first, where it asks for one. */
export async function detailsOf(draft: PersonDraft): Promise<PersonDetails> {
  const { piiName, piiEmail, roles, ledTeamIds, teamId } = draft;
  const common = { piiName, piiEmail, roles: [...roles] };
  const led = roles.includes('supervisor') ? { ledTeamIds: [...ledTeamIds] } : {};
  const { agentId } = draft;
  if (!servesCustomers(draft) || agentId === '') return { ...common, ...led };
  if (agentId !== NEW_AGENT) return { ...common, ...led, agentId };
  const body = { piiName, skills: [], ...(teamId !== '' && { teamId }) };
  const made = await answered(api.POST('/api/v1/agents', { body }));
  // Lists that are read from now on show him.
  await reloadSettings([], made.position);
  return { ...common, ...led, agentId: made.agentId };
}

function servesCustomers({ roles }: PersonDraft): boolean {
  return roles.includes('agent') || roles.includes('attendant');
}

/** What a person is called and may do. */
export function PersonFields({
  draft,
  saving,
  ownAgentId,
}: {
  readonly draft: Draft<PersonDraft>;
  readonly saving: Saving;
  /** Whom he acts as already. */
  readonly ownAgentId?: string | undefined;
}) {
  const say = useWords();
  const teams = useSettings('teams');
  const { value, change } = draft;
  const { roles, ledTeamIds } = value;
  return (
    <>
      <Field
        label={say('person.name')}
        required
        value={value.piiName}
        wrong={saving.wrong('piiName')}
        onChange={(event) => change({ piiName: event.target.value })}
      />
      <Field
        label={say('person.email')}
        type="email"
        required
        value={value.piiEmail}
        wrong={saving.wrong('piiEmail')}
        onChange={(event) => change({ piiEmail: event.target.value })}
      />
      <fieldset className="group">
        <legend>{say('person.roles')}</legend>
        {ROLES.map((role) => (
          <Check
            key={role}
            label={
              <span>
                {say(`role.${role}`)} <span className="hint">{say(`role.${role}-hint`)}</span>
              </span>
            }
            checked={roles.includes(role)}
            onChange={() => change({ roles: toggled(roles, role) })}
          />
        ))}
        {(roles.length === 0 || saving.wrong('roles') !== undefined) && (
          <p className="field">
            <span className="wrong">{saving.wrong('roles') ?? say('person.needs-role')}</span>
          </p>
        )}
      </fieldset>
      {servesCustomers(value) && (
        <AgentFields draft={draft} saving={saving} ownAgentId={ownAgentId} />
      )}
      {roles.includes('supervisor') && (
        <fieldset className="group">
          <legend>{say('person.leads')}</legend>
          {teams.items.length === 0 && <p className="hint">{say('organisation.no-teams')}</p>}
          {teams.items.map(({ teamId, name }) => (
            <Check
              key={teamId}
              label={name}
              checked={ledTeamIds.includes(teamId)}
              onChange={() => change({ ledTeamIds: toggled(ledTeamIds, teamId) })}
            />
          ))}
        </fieldset>
      )}
    </>
  );
}

function AgentFields({
  draft: { value, change },
  saving,
  ownAgentId,
}: {
  readonly draft: Draft<PersonDraft>;
  readonly saving: Saving;
  readonly ownAgentId: string | undefined;
}) {
  const say = useWords();
  const teams = useSettings('teams');
  const agents = useSettings('agents');
  const people = useSettings('people');
  const taken = new Set(people.items.map(({ agentId }) => agentId));
  const free = agents.items.filter(({ agentId }) => agentId === ownAgentId || !taken.has(agentId));
  return (
    <>
      <Choice
        label={say('person.agent')}
        hint={say('person.agent-hint')}
        value={value.agentId}
        wrong={saving.wrong('agentId')}
        choices={[
          [NEW_AGENT, say('person.agent-new')],
          ['', say('person.agent-none')],
          ...free.map(({ agentId, piiName }) => [agentId, piiName ?? agentId] as const),
        ]}
        onChange={(event) => change({ agentId: event.target.value })}
      />
      {value.agentId === NEW_AGENT && teams.items.length > 0 && (
        <Choice
          label={say('person.team')}
          value={value.teamId}
          choices={[
            ['', say('set-up.none')],
            ...teams.items.map(({ teamId, name }) => [teamId, name] as const),
          ]}
          onChange={(event) => change({ teamId: event.target.value })}
        />
      )}
    </>
  );
}

function toggled<Each>(list: readonly Each[], each: Each): readonly Each[] {
  return list.includes(each) ? list.filter((other) => other !== each) : [...list, each];
}
