import { Button } from '../design/Button.tsx';
import { Choice, Field } from '../design/Field.tsx';
import { answered, api } from '../session/api.ts';
import { idFrom } from './id-from.ts';
import { useSettings } from './settings.ts';
import { SideForm } from './SideForm.tsx';
import { TimeZoneField } from './TimeZoneField.tsx';
import { useDraft } from './use-draft.ts';
import { useSaving } from './use-saving.ts';
import { useWords } from './words/words.ts';

interface FormProps {
  /** None for a new one. */
  readonly id: string | undefined;
  readonly canWrite: boolean;
  readonly onClose: () => void;
}

export function DivisionForm({ id, canWrite, onClose }: FormProps) {
  const say = useWords();
  const saving = useSaving();
  const { items } = useSettings('divisions');
  const division = items.find(({ divisionId }) => divisionId === id);
  const draft = useDraft(`division-${id ?? ''}`, { name: division?.name ?? '' });
  const { name } = draft.value;
  const divisionId = id ?? idFrom(name, new Set(items.map((each) => each.divisionId)));
  const path = { divisionId };
  const write = async (): Promise<void> => {
    const isSaved = await saving.save(async () => {
      await answered(
        api.PUT('/api/v1/divisions/{divisionId}', { params: { path }, body: { name } }),
      );
      return { told: say('set-up.saved', { name }), subject: divisionId, reads: ['divisions'] };
    });
    if (!isSaved) return;
    draft.forget();
    onClose();
  };
  const remove = async (): Promise<void> => {
    const isGone = await saving.save(async () => {
      await answered(api.DELETE('/api/v1/divisions/{divisionId}', { params: { path } }));
      return { told: say('set-up.deleted', { name }), subject: divisionId, reads: ['divisions'] };
    });
    if (isGone) onClose();
  };
  return (
    <SideForm
      title={division?.name ?? say('organisation.new-division')}
      saving={saving}
      fields={['name']}
      draft={draft}
      canWrite={canWrite}
      onSave={() => void write()}
      onClose={onClose}
      more={id !== undefined && <DeleteButton onDelete={() => void remove()} />}
    >
      <Field
        label={say('set-up.name')}
        required
        value={name}
        wrong={saving.wrong('name')}
        onChange={(event) => draft.change({ name: event.target.value })}
      />
    </SideForm>
  );
}

export function SiteForm({ id, canWrite, onClose }: FormProps) {
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
  const path = { siteId };
  const write = async (): Promise<void> => {
    const isSaved = await saving.save(async () => {
      const body = { name, timeZone, ...(region !== '' && { region }) };
      await answered(api.PUT('/api/v1/sites/{siteId}', { params: { path }, body }));
      return { told: say('set-up.saved', { name }), subject: siteId, reads: ['sites'] };
    });
    if (!isSaved) return;
    draft.forget();
    onClose();
  };
  const remove = async (): Promise<void> => {
    const isGone = await saving.save(async () => {
      await answered(api.DELETE('/api/v1/sites/{siteId}', { params: { path } }));
      return { told: say('set-up.deleted', { name }), subject: siteId, reads: ['sites'] };
    });
    if (isGone) onClose();
  };
  return (
    <SideForm
      title={site?.name ?? say('organisation.new-site')}
      saving={saving}
      fields={['name', 'timeZone', 'region']}
      draft={draft}
      canWrite={canWrite}
      onSave={() => void write()}
      onClose={onClose}
      more={id !== undefined && <DeleteButton onDelete={() => void remove()} />}
    >
      <Field
        label={say('set-up.name')}
        required
        value={name}
        wrong={saving.wrong('name')}
        onChange={(event) => draft.change({ name: event.target.value })}
      />
      <TimeZoneField
        value={timeZone}
        wrong={saving.wrong('timeZone')}
        onChange={(value) => draft.change({ timeZone: value })}
      />
      <Field
        label={say('organisation.region')}
        hint={say('organisation.region-hint')}
        maxLength={2}
        value={region}
        wrong={saving.wrong('region')}
        onChange={(event) => draft.change({ region: event.target.value.toUpperCase() })}
      />
    </SideForm>
  );
}

export function TeamForm({ id, canWrite, onClose }: FormProps) {
  const say = useWords();
  const saving = useSaving();
  const { items } = useSettings('teams');
  const divisions = useSettings('divisions');
  const sites = useSettings('sites');
  const team = items.find(({ teamId }) => teamId === id);
  const draft = useDraft(`team-${id ?? ''}`, {
    name: team?.name ?? '',
    divisionId: team?.divisionId ?? '',
    siteId: team?.siteId ?? '',
  });
  const { name, divisionId, siteId } = draft.value;
  const teamId = id ?? idFrom(name, new Set(items.map((each) => each.teamId)));
  const path = { teamId };
  const write = async (): Promise<void> => {
    const isSaved = await saving.save(async () => {
      const body = {
        name,
        ...(divisionId !== '' && { divisionId }),
        ...(siteId !== '' && { siteId }),
      };
      await answered(api.PUT('/api/v1/teams/{teamId}', { params: { path }, body }));
      return { told: say('set-up.saved', { name }), subject: teamId, reads: ['teams'] };
    });
    if (!isSaved) return;
    draft.forget();
    onClose();
  };
  const remove = async (): Promise<void> => {
    const isGone = await saving.save(async () => {
      await answered(api.DELETE('/api/v1/teams/{teamId}', { params: { path } }));
      return { told: say('set-up.deleted', { name }), subject: teamId, reads: ['teams'] };
    });
    if (isGone) onClose();
  };
  const none = ['', say('set-up.none')] as const;
  return (
    <SideForm
      title={team?.name ?? say('organisation.new-team')}
      saving={saving}
      fields={['name', 'divisionId', 'siteId']}
      draft={draft}
      canWrite={canWrite}
      onSave={() => void write()}
      onClose={onClose}
      more={id !== undefined && <DeleteButton onDelete={() => void remove()} />}
    >
      <Field
        label={say('set-up.name')}
        required
        value={name}
        wrong={saving.wrong('name')}
        onChange={(event) => draft.change({ name: event.target.value })}
      />
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
    </SideForm>
  );
}

function DeleteButton({ onDelete }: { readonly onDelete: () => void }) {
  const say = useWords();
  return (
    <Button kind="grave" size="small" onClick={onDelete}>
      {say('set-up.delete')}
    </Button>
  );
}
