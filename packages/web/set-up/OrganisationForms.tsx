import { Choice, Field } from '../design/Field.tsx';
import { answered, api } from '../session/api.ts';
import { idFrom } from './id-from.ts';
import { type FormProps, SettingForm } from './SettingForm.tsx';
import { useSettings } from './settings.ts';
import { TimeZoneField } from './TimeZoneField.tsx';
import { type Draft, useDraft } from './use-draft.ts';
import { type Saving, useSaving } from './use-saving.ts';
import { useWords } from './words/words.ts';

export function DivisionForm({ id, ...rest }: FormProps) {
  const say = useWords();
  const saving = useSaving();
  const { items } = useSettings('divisions');
  const division = items.find(({ divisionId }) => divisionId === id);
  const draft = useDraft(`division-${id ?? ''}`, { name: division?.name ?? '' });
  const { name } = draft.value;
  const divisionId = id ?? idFrom(name, new Set(items.map((each) => each.divisionId)));
  const params = { path: { divisionId } };
  return (
    <SettingForm
      {...rest}
      setting={{
        kind: 'division',
        id: divisionId,
        name,
        reads: 'divisions',
        put: () => answered(api.PUT('/api/v1/divisions/{divisionId}', { params, body: { name } })),
        remove: () => answered(api.DELETE('/api/v1/divisions/{divisionId}', { params })),
      }}
      title={division?.name ?? say('organisation.new-division')}
      isNew={id === undefined}
      draft={draft}
      saving={saving}
      fields={['name']}
    >
      <NameField draft={draft} saving={saving} />
    </SettingForm>
  );
}

export function SiteForm({ id, ...rest }: FormProps) {
  const say = useWords();
  const saving = useSaving();
  const { items } = useSettings('sites');
  const site = items.find(({ siteId }) => siteId === id);
  const draft = useDraft(`site-${id ?? ''}`, {
    name: site?.name ?? '',
    timeZone: site?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    region: site?.region ?? '',
  });
  const { name, timeZone, region } = draft.value;
  const siteId = id ?? idFrom(name, new Set(items.map((each) => each.siteId)));
  const params = { path: { siteId } };
  const body = { name, timeZone, ...(region !== '' && { region }) };
  return (
    <SettingForm
      {...rest}
      setting={{
        kind: 'site',
        id: siteId,
        name,
        reads: 'sites',
        put: () => answered(api.PUT('/api/v1/sites/{siteId}', { params, body })),
        remove: () => answered(api.DELETE('/api/v1/sites/{siteId}', { params })),
      }}
      title={site?.name ?? say('organisation.new-site')}
      isNew={id === undefined}
      draft={draft}
      saving={saving}
      fields={['name', 'timeZone', 'region']}
    >
      <NameField draft={draft} saving={saving} />
      <TimeZoneField
        required
        value={timeZone}
        wrong={saving.wrong('timeZone')}
        onType={(value) => draft.change({ timeZone: value })}
      />
      <Field
        label={say('organisation.region')}
        hint={say('organisation.region-hint')}
        maxLength={2}
        value={region}
        wrong={saving.wrong('region')}
        onChange={(event) => draft.change({ region: event.target.value.toUpperCase() })}
      />
    </SettingForm>
  );
}

const NO_TEAM = { name: '', divisionId: '', siteId: '' };

export function TeamForm({ id, ...rest }: FormProps) {
  const say = useWords();
  const saving = useSaving();
  const { items } = useSettings('teams');
  const divisions = useSettings('divisions');
  const sites = useSettings('sites');
  const team = items.find(({ teamId }) => teamId === id);
  const draft = useDraft(`team-${id ?? ''}`, { ...NO_TEAM, ...team });
  const { name, divisionId, siteId } = draft.value;
  const teamId = id ?? idFrom(name, new Set(items.map((each) => each.teamId)));
  const params = { path: { teamId } };
  const places = { ...(divisionId !== '' && { divisionId }), ...(siteId !== '' && { siteId }) };
  const none = ['', say('set-up.none')] as const;
  return (
    <SettingForm
      {...rest}
      setting={{
        kind: 'team',
        id: teamId,
        name,
        reads: 'teams',
        put: () =>
          answered(api.PUT('/api/v1/teams/{teamId}', { params, body: { name, ...places } })),
        remove: () => answered(api.DELETE('/api/v1/teams/{teamId}', { params })),
      }}
      title={team?.name ?? say('organisation.new-team')}
      isNew={id === undefined}
      draft={draft}
      saving={saving}
      fields={['name', 'divisionId', 'siteId']}
    >
      <NameField draft={draft} saving={saving} />
      <Choice
        label={say('organisation.division')}
        value={divisionId}
        wrong={saving.wrong('divisionId')}
        choices={[none, ...divisions.items.map((each) => [each.divisionId, each.name] as const)]}
        onChange={(event) => draft.change({ divisionId: event.target.value })}
      />
      <Choice
        label={say('organisation.site')}
        value={siteId}
        wrong={saving.wrong('siteId')}
        choices={[none, ...sites.items.map((each) => [each.siteId, each.name] as const)]}
        onChange={(event) => draft.change({ siteId: event.target.value })}
      />
    </SettingForm>
  );
}

function NameField({
  draft: { value, change },
  saving,
}: {
  readonly draft: Pick<Draft<{ readonly name: string }>, 'value' | 'change'>;
  readonly saving: Saving;
}) {
  const say = useWords();
  return (
    <Field
      label={say('set-up.name')}
      required
      value={value.name}
      wrong={saving.wrong('name')}
      onChange={(event) => change({ name: event.target.value })}
    />
  );
}
