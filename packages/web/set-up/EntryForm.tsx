import { Check, Choice, Field } from '../design/Field.tsx';
import { answered, api } from '../session/api.ts';
import { EntryAddress } from './EntryAddress.tsx';
import { idFrom } from './id-from.ts';
import { SettingForm } from './SettingForm.tsx';
import { type EntryPoint, useSettings } from './settings.ts';
import { namedSkills, SkillFields } from './SkillFields.tsx';
import { type Draft, useDraft } from './use-draft.ts';
import { type Saving, useSaving } from './use-saving.ts';
import { useWords } from './words/words.ts';

type Terms = Omit<EntryPoint, 'entryId'>;

interface EntryDraft {
  readonly name: string;
  readonly channel: Terms['channel'];
  readonly isOpen: boolean;
  /** With spaces between, as typed. */
  readonly origins: string;
  readonly promiseId: string;
  /** What whoever serves it has to be able to do, and how well at least. */
  readonly skills: readonly { readonly skill: string; readonly level: number }[];
  readonly greeting: string;
  /** Empty for the widget's own. */
  readonly colour: string;
}

const FIELDS = ['entryId', 'name', 'channel', 'origins', 'promiseId', 'greeting', 'requirements'];

function draftOf(entry: EntryPoint | undefined, promiseId: string): EntryDraft {
  if (entry === undefined) {
    const words = { name: '', origins: '', greeting: '', colour: '' };
    return { ...words, channel: 'chat', isOpen: true, promiseId, skills: [] };
  }
  const { name, channel, isOpen, origins, greeting = '', theme } = entry;
  const skills = entry.requirements.map(({ skill, minLevel }) => ({ skill, level: minLevel }));
  const shown = { skills, origins: origins.join(' '), greeting, colour: theme?.colour ?? '' };
  return { name, channel, isOpen, promiseId: entry.promiseId, ...shown };
}

/** What the route takes; what is not shown here stays as it was. */
function termsOf(draft: EntryDraft, entry: EntryPoint | undefined): Terms {
  const { name, channel, isOpen, origins, promiseId, greeting, colour, skills } = draft;
  const { scheme, side } = entry?.theme ?? {};
  return {
    name,
    channel,
    isOpen,
    promiseId,
    origins: origins.split(/\s+/u).filter((origin) => origin !== ''),
    requirements: namedSkills(skills).map(({ skill, level }) => ({ skill, minLevel: level })),
    ...(entry?.priority !== undefined && { priority: entry.priority }),
    ...(greeting !== '' && { greeting }),
    theme: {
      ...(scheme !== undefined && { scheme }),
      ...(side !== undefined && { side }),
      ...(colour !== '' && { colour }),
    },
  };
}

/** One way in: what visitors see, whose pages may show it, and what to put there. */
export function EntryForm({
  entry,
  canWrite,
  onSaved,
  onClose,
}: {
  /** None for a new one. */
  readonly entry: EntryPoint | undefined;
  readonly canWrite: boolean;
  /** Its id, which a new one has only then: what is put on a site is shown next. */
  readonly onSaved: (entryId: string) => void;
  readonly onClose: () => void;
}) {
  const say = useWords();
  const saving = useSaving();
  const promises = useSettings('promises');
  const entries = useSettings('entryPoints');
  const first = draftOf(entry, promises.items[0]?.promiseId ?? '');
  const draft = useDraft(`entry-${entry?.entryId ?? ''}`, first);
  const { name } = draft.value;
  const taken = new Set(entries.items.map(({ entryId }) => entryId));
  const entryId = entry?.entryId ?? idFrom(name, taken).replaceAll(/[^a-z0-9-]/gu, '');
  const params = { path: { entryId } };
  const body = termsOf(draft.value, entry);
  return (
    <SettingForm
      setting={{
        kind: 'entry-point',
        id: entryId,
        name,
        reads: 'entryPoints',
        put: () => answered(api.PUT('/api/v1/entry-points/{entryId}', { params, body })),
        remove: () => answered(api.DELETE('/api/v1/entry-points/{entryId}', { params })),
      }}
      title={entry?.name ?? say('channels.new')}
      isNew={entry === undefined}
      draft={draft}
      saving={saving}
      fields={FIELDS}
      canWrite={canWrite}
      above={entry && <EntryAddress entry={entry} />}
      onSaved={() => onSaved(entryId)}
      onClose={onClose}
    >
      <EntryFields draft={draft} saving={saving} isNew={entry === undefined} />
    </SettingForm>
  );
}

function EntryFields({
  draft: { value, change },
  saving,
  isNew,
}: {
  readonly draft: Draft<EntryDraft>;
  readonly saving: Saving;
  readonly isNew: boolean;
}) {
  const say = useWords();
  const promises = useSettings('promises');
  return (
    <>
      <Field
        label={say('set-up.name')}
        hint={say('channels.name-hint')}
        required
        value={value.name}
        wrong={saving.wrong('name') ?? saving.wrong('entryId')}
        onChange={(event) => change({ name: event.target.value })}
      />
      {isNew && (
        <Choice
          label={say('channels.kind')}
          value={value.channel}
          wrong={saving.wrong('channel')}
          choices={[
            ['chat', say('channel.chat')],
            ['web', say('channel.web')],
          ]}
          onChange={(event) => change({ channel: event.target.value as Terms['channel'] })}
        />
      )}
      <Choice
        label={say('channels.promise')}
        hint={promises.items.length === 0 ? say('start.no-promise') : undefined}
        value={value.promiseId}
        required
        wrong={saving.wrong('promiseId')}
        choices={promises.items.map(({ promiseId }) => [promiseId, promiseId] as const)}
        onChange={(event) => change({ promiseId: event.target.value })}
      />
      <SkillFields
        title={say('channels.asks-for')}
        hint={say('channels.asks-for-hint')}
        levelLabel={say('channels.at-least')}
        skills={value.skills}
        wrong={saving.wrong('requirements')}
        onChange={(skills) => change({ skills })}
      />
      <Field
        label={say('channels.greeting')}
        maxLength={500}
        value={value.greeting}
        wrong={saving.wrong('greeting')}
        onChange={(event) => change({ greeting: event.target.value })}
      />
      <Field
        label={say('channels.origins')}
        hint={say('channels.origins-hint')}
        value={value.origins}
        wrong={saving.wrong('origins') === undefined ? undefined : say('channels.origins-wrong')}
        onChange={(event) => change({ origins: event.target.value })}
      />
      <Check
        label={say('channels.own-colour')}
        checked={value.colour !== ''}
        onChange={(event) => change({ colour: event.target.checked ? '#2a5bd7' : '' })}
      />
      {value.colour !== '' && (
        <Field
          label={say('channels.colour')}
          type="color"
          value={value.colour}
          onChange={(event) => change({ colour: event.target.value })}
        />
      )}
      <Check
        label={say('channels.is-open')}
        checked={value.isOpen}
        onChange={(event) => change({ isOpen: event.target.checked })}
      />
    </>
  );
}
