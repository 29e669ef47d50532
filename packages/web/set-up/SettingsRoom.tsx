import type { SubmitEvent } from 'react';
import { Button } from '../design/Button.tsx';
import { Field } from '../design/Field.tsx';
import { Fault } from '../design/Notes.tsx';
import { answered, api } from '../session/api.ts';
import { openSession } from '../session/session.ts';
import { codesOf, codesText } from './calling-codes.ts';
import { Listed, Room } from './Room.tsx';
import { useIsOneOf } from './rooms.ts';
import { type CentreSettings, useSettings } from './settings.ts';
import { TimeZoneField } from './TimeZoneField.tsx';
import { useDraft } from './use-draft.ts';
import { useSaving } from './use-saving.ts';
import { useWords } from './words/words.ts';

const FIELDS = ['name', 'timeZone', 'region', 'callingCodes'];

/** What holds for the centre as a whole. */
export function SettingsRoom() {
  const say = useWords();
  const list = useSettings('settings');
  return (
    <Room title={say('room.settings')} hint={say('settings.hint')}>
      <Listed list={list} empty="">
        {list.items.map((settings) => (
          <SettingsForm key={settings.version} settings={settings} />
        ))}
      </Listed>
    </Room>
  );
}

function SettingsForm({ settings }: { readonly settings: CentreSettings }) {
  const say = useWords();
  const canWrite = useIsOneOf(['administrator']);
  const saving = useSaving();
  const { version, otherwise, callingCodes, ...own } = settings;
  const codes = codesText(callingCodes, say('settings.codes-none'));
  const draft = useDraft('settings', { name: '', timeZone: '', region: '', codes, ...own });
  const { name, timeZone, region } = draft.value;
  const write = async (): Promise<void> => {
    const isSaved = await saving.save(async () => {
      const given = Object.entries({ name: name.trim(), timeZone, region });
      const typed = codesOf(draft.value.codes);
      const body = {
        version,
        ...Object.fromEntries(given.filter(([, value]) => value !== '')),
        ...(typed && { callingCodes: [...typed] }),
      };
      await answered(api.PUT('/api/v1/settings', { body }));
      draft.forget();
      const undoes = { kind: 'settings', id: 'settings' } as const;
      return { told: say('settings.saved'), undoes, reads: ['settings'] };
    });
    // The wallboard shows the name of whoever is signed in there.
    if (isSaved) await openSession();
  };
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    void write();
  };
  const fault = saving.faultBeside(FIELDS);
  return (
    <form className="set-up-form set-up-settings" onSubmit={submit}>
      <fieldset disabled={!canWrite}>
        <Field
          label={say('settings.name')}
          hint={say('settings.name-hint')}
          maxLength={200}
          value={name}
          wrong={saving.wrong('name')}
          onChange={(event) => draft.change({ name: event.target.value })}
        />
        <TimeZoneField
          value={timeZone}
          hint={say('settings.time-zone-hint', { zone: otherwise.timeZone })}
          placeholder={otherwise.timeZone}
          wrong={saving.wrong('timeZone')}
          onType={(value) => draft.change({ timeZone: value })}
        />
        <Field
          label={say('organisation.region')}
          hint={
            otherwise.region === undefined
              ? say('settings.region-hint')
              : say('settings.region-hint-given', { region: otherwise.region })
          }
          maxLength={2}
          placeholder={otherwise.region}
          value={region}
          wrong={saving.wrong('region')}
          onChange={(event) => draft.change({ region: event.target.value.toUpperCase() })}
        />
        <Field
          label={say('settings.codes')}
          hint={say('settings.codes-hint')}
          value={draft.value.codes}
          wrong={saving.wrong('callingCodes')}
          onChange={(event) => draft.change({ codes: event.target.value })}
        />
      </fieldset>
      {fault !== undefined && <Fault>{fault}</Fault>}
      {!canWrite && <p className="hint">{say('set-up.read-only')}</p>}
      {canWrite && (
        <p className="acts">
          <Button kind="main" submits disabled={saving.isBusy}>
            {say('set-up.save')}
          </Button>
          {draft.isChanged && (
            <Button kind="bare" onClick={draft.forget}>
              {say('set-up.discard')}
            </Button>
          )}
        </p>
      )}
    </form>
  );
}
