import { Choice, Field } from '../design/Field.tsx';
import { answered, api } from '../session/api.ts';
import { skillName } from '../skills/skill-name.ts';
import { givenName } from '../skills/skill-names.ts';
import { TERM_CHANNELS } from './agreement-draft.ts';
import { idFrom } from './id-from.ts';
import { useSettings } from './settings.ts';
import { SideForm } from './SideForm.tsx';
import { useDraft } from './use-draft.ts';
import { type KnownSkill, useKnownSkills } from './use-known-skills.ts';
import { useSaving } from './use-saving.ts';
import { useWords } from './words/words.ts';

const KINDS = ['ability', 'site', 'language', 'licence', 'channel'] as const;

/** A skill that is called as a channel may stand for it. */
const CHANNEL_IDS: readonly string[] = TERM_CHANNELS.filter(
  (each) => each !== 'synchronous' && each !== 'asynchronous',
);

/** One skill: what it is called, and what it stands for. Its id stays, by which agents have it and work asks for it. */
export function SkillNameForm({
  skill: of,
  canWrite,
  onClose,
}: {
  /** None for a new one. */
  readonly skill: KnownSkill | undefined;
  readonly canWrite: boolean;
  readonly onClose: () => void;
}) {
  const say = useWords();
  const saving = useSaving();
  const known = useKnownSkills();
  const list = useSettings('skillNames');
  const [kept] = list.items;
  const draft = useDraft(`skill-${of?.skill ?? ''}`, {
    name: of === undefined ? '' : (givenName(of.skill) ?? ''),
    kind: kept?.skillNames.find(({ skill }) => skill === of?.skill)?.kind ?? '',
  });
  const name = draft.value.name.trim();
  const id = of?.skill ?? idFrom(name, new Set(known.map((each) => each.skill)));
  const { kinds, kind } = kindsFor(id, draft.value.kind);
  const write = async (): Promise<void> => {
    const skill = id;
    const others = kept?.skillNames.filter((each) => each.skill !== skill) ?? [];
    const isSaved = await saving.save(async () => {
      const isSaid = name !== '' || kind !== '';
      const said = { skill, name: name === '' ? skill : name, ...(kind && { kind }) };
      const skillNames = isSaid ? [...others, said] : others;
      const body = { skillNames, ...(kept && { version: kept.version }) };
      await answered(api.PUT('/api/v1/skill-names', { body }));
      const told = say('set-up.saved', { name: name === '' ? skill : name });
      return { told, undoes: { kind: 'skill-names', id: 'skills' }, reads: ['skillNames'] };
    });
    // It may be that somebody else has changed them.
    if (!isSaved) list.reload();
    if (!isSaved) return;
    draft.forget();
    onClose();
  };
  return (
    <SideForm
      title={of === undefined ? say('skill-names.new') : skillName(of.skill)}
      saving={saving}
      fields={[]}
      draft={draft}
      canWrite={canWrite}
      onSave={() => void write()}
      onClose={onClose}
    >
      <Field
        label={say('set-up.name')}
        hint={
          of === undefined
            ? say('skill-names.new-hint')
            : say('skill-names.name-hint', { id: of.skill })
        }
        required={of === undefined}
        maxLength={200}
        value={draft.value.name}
        onChange={(event) => draft.change({ name: event.target.value })}
      />
      <Choice
        label={say('skill-names.kind')}
        hint={say('skill-names.kind-hint')}
        value={kind}
        choices={[
          ['', say('skill-names.kind-none')],
          ...kinds.map((each) => [each, say(`skill-kind.${each}`)] as const),
        ]}
        onChange={(event) => draft.change({ kind: event.target.value })}
      />
    </SideForm>
  );
}

/**
 * What this skill may stand for, and which of it is chosen. The name may have changed after a kind was chosen: what
 * is not offered any more is not chosen either.
 */
function kindsFor(id: string, chosen: string) {
  const kinds = KINDS.filter((each) => each !== 'channel' || CHANNEL_IDS.includes(id));
  const kind: (typeof KINDS)[number] | '' = kinds.find((each) => each === chosen) ?? '';
  return { kinds, kind };
}
