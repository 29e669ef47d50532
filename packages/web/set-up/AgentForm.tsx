import { lazy, Suspense, useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Check, Choice, Field } from '../design/Field.tsx';
import { answered, api } from '../session/api.ts';
import { type Agent, useSettings } from './settings.ts';
import { SideForm } from './SideForm.tsx';
import { namedSkills, SkillFields } from './SkillFields.tsx';
import { type Draft, useDraft } from './use-draft.ts';
import { useSaving } from './use-saving.ts';
import { useWords } from './words/words.ts';

/** It comes when somebody hands everybody on. */
const RehomeDialog = lazy(async () => {
  const { RehomeDialog: dialog } = await import('../bonds/RehomeDialog.tsx');
  return { default: dialog };
});

/** It comes when somebody leaves. */
const LeaveDialog = lazy(async () => {
  const { LeaveDialog: dialog } = await import('./LeaveDialog.tsx');
  return { default: dialog };
});

interface AgentDraft {
  readonly piiName: string;
  readonly teamId: string;
  readonly skills: Agent['skills'];
  readonly capacity: Agent['capacity'];
  readonly isInterruptible: boolean;
}

/** Channels for which it is said how much of them one carries at once; others stay as they are. */
const CHANNELS = ['phone', 'chat', 'messaging', 'email', 'web', 'sms'] as const;

/** So many at once can be chosen: what divides the standard twelve units. */
const COUNTS = [0, 1, 2, 3, 4, 6] as const;

/** One agent: his team, his skills with their levels, how much he carries at once. */
export function AgentForm({
  agent,
  canWrite,
  onClose,
}: {
  readonly agent: Agent;
  readonly canWrite: boolean;
  readonly onClose: () => void;
}) {
  const say = useWords();
  const saving = useSaving();
  const { agentId } = agent;
  const draft = useDraft(`agent-${agentId}`, draftOf(agent));
  const { piiName, teamId, skills, capacity, isInterruptible } = draft.value;
  const [leaving, setLeaving] = useState<Leaving>();
  const write = async (): Promise<void> => {
    const isSaved = await saving.save(async () => {
      const body = {
        piiName,
        skills: namedSkills(skills),
        capacity,
        ...(isInterruptible && { isInterruptible }),
        ...(teamId !== '' && { teamId }),
      };
      const params = { path: { agentId } };
      const { position } = await answered(api.PUT('/api/v1/agents/{agentId}', { params, body }));
      const told = say('set-up.saved', { name: piiName });
      return { told, undoes: { kind: 'agent', id: agentId }, reads: ['agents'], position };
    });
    if (isSaved) draft.forget();
  };
  const form = (
    <SideForm
      title={agent.piiName ?? agentId}
      saving={saving}
      fields={['piiName', 'teamId', 'skills']}
      draft={draft}
      canWrite={canWrite}
      onSave={() => void write()}
      onClose={onClose}
      more={<LeavingActs onChosen={setLeaving} />}
    >
      <Field
        label={say('person.name')}
        required
        value={piiName}
        wrong={saving.wrong('piiName')}
        onChange={(event) => draft.change({ piiName: event.target.value })}
      />
      <TeamChoice
        teamId={teamId}
        wrong={saving.wrong('teamId')}
        onChange={(changed) => draft.change({ teamId: changed })}
      />
      <SkillFields
        title={say('skills.skills')}
        levelLabel={say('skills.level')}
        skills={skills}
        wrong={saving.wrong('skills')}
        isAssessed
        onChange={(changed) => draft.change({ skills: changed })}
      />
      <CapacityFields draft={draft} />
    </SideForm>
  );
  return (
    <>
      {form}
      <LeavingDialog
        leaving={leaving}
        agentId={agentId}
        name={agent.piiName ?? agentId}
        onClose={() => setLeaving(undefined)}
        onGone={() => {
          draft.forget();
          onClose();
        }}
      />
    </>
  );
}

function draftOf({
  piiName = '',
  teamId = '',
  skills,
  capacity,
  isInterruptible = false,
}: Agent): AgentDraft {
  return { piiName, teamId, skills, capacity, isInterruptible };
}

function TeamChoice({
  teamId,
  wrong,
  onChange,
}: {
  readonly teamId: string;
  readonly wrong: string | undefined;
  readonly onChange: (teamId: string) => void;
}) {
  const say = useWords();
  const teams = useSettings('teams');
  return (
    <Choice
      label={say('person.team')}
      value={teamId}
      wrong={wrong}
      choices={[
        ['', say('set-up.none')],
        ...teams.items.map((team) => [team.teamId, team.name] as const),
      ]}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

/** What is asked when somebody leaves: who gets his customers, or that and his leave. */
type Leaving = 'rehome' | 'leave';

function LeavingActs({ onChosen }: { readonly onChosen: (leaving: Leaving) => void }) {
  const say = useWords();
  return (
    <>
      <Button onClick={() => onChosen('rehome')}>{say('skills.rehome')}</Button>
      <Button kind="grave" onClick={() => onChosen('leave')}>
        {say('leave.open')}
      </Button>
    </>
  );
}

/** Beside the form, not in it: it has a form of its own. */
function LeavingDialog({
  leaving,
  onGone,
  ...of
}: {
  readonly leaving: Leaving | undefined;
  readonly agentId: string;
  readonly name: string;
  readonly onClose: () => void;
  readonly onGone: () => void;
}) {
  return (
    <Suspense fallback={null}>
      {leaving === 'leave' && <LeaveDialog {...of} onGone={onGone} />}
      {leaving === 'rehome' && <RehomeDialog {...of} />}
    </Suspense>
  );
}

function CapacityFields({ draft: { value, change } }: { readonly draft: Draft<AgentDraft> }) {
  const say = useWords();
  const { capacity } = value;
  const { units, weights } = capacity;
  const countOf = (weight: number | undefined): number =>
    weight === undefined ? 0 : Math.floor(units / weight);
  const put = (channel: (typeof CHANNELS)[number], count: number): void => {
    const others = Object.entries(weights).filter(([name]) => name !== channel);
    const own = count === 0 ? [] : [[channel, Math.floor(units / count)]];
    const next = Object.fromEntries([...others, ...own]) as typeof weights;
    change({ capacity: { units, weights: next } });
  };
  return (
    <fieldset className="group">
      <legend>{say('skills.at-once')}</legend>
      <p className="hint">{say('skills.at-once-hint')}</p>
      {CHANNELS.map((channel) => {
        const count = countOf(weights[channel]);
        const counts = [...new Set([...COUNTS, count])].filter((each) => each <= units);
        return (
          <Choice
            key={channel}
            label={say(`channel.${channel}`)}
            value={count}
            choices={counts
              .toSorted((a, b) => a - b)
              .map((each) => [String(each), say('skills.count', { count: each })])}
            onChange={(event) => put(channel, Number(event.target.value))}
          />
        );
      })}
      <Check
        label={say('skills.interruptible')}
        checked={value.isInterruptible}
        onChange={({ target }) => change({ isInterruptible: target.checked })}
      />
      <p className="hint">{say('skills.interruptible-hint')}</p>
    </fieldset>
  );
}
