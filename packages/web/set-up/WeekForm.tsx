import { useEffect, useState } from 'react';
import { serverNow } from '../design/clock.ts';
import { Field } from '../design/Field.tsx';
import { Banner, BoneRows } from '../design/Notes.tsx';
import { Pane } from '../design/Pane.tsx';
import { answered, api } from '../session/api.ts';
import { spoken } from '../words/words.ts';
import { NextDays } from './NextDays.tsx';
import { SideForm } from './SideForm.tsx';
import { SpanFields } from './SpanFields.tsx';
import { SpecialDayFields } from './SpecialDayFields.tsx';
import { TimeZoneField } from './TimeZoneField.tsx';
import { useDraft } from './use-draft.ts';
import { useSaving } from './use-saving.ts';
import {
  dayName,
  OFFICE_WEEK,
  type OpenInterval,
  readNextDays,
  readWeek,
  type Week,
} from './week.ts';
import { useWords } from './words/words.ts';

interface FormProps {
  readonly calendarId: string | undefined;
  readonly canWrite: boolean;
  readonly onClose: () => void;
}

/** What there is of a calendar. */
interface Read {
  /** None where its hours are given in another way. */
  readonly week: Week | undefined;
  readonly nextDays: readonly OpenInterval[];
}

/** A calendar: read first, then its week to be changed. */
export function WeekForm(props: FormProps) {
  const say = useWords();
  const { calendarId } = props;
  const [read, setRead] = useState<Read | undefined>(
    calendarId === undefined ? { week: undefined, nextDays: [] } : undefined,
  );
  useEffect(() => {
    if (calendarId === undefined) return;
    const load = async (): Promise<void> => {
      const nowMs = serverNow();
      const [week, nextDays] = await Promise.all([
        readWeek(calendarId),
        readNextDays(calendarId, { nowMs }),
      ]);
      setRead({ week, nextDays });
    };
    load().catch(() => setRead({ week: undefined, nextDays: [] }));
  }, [calendarId]);
  if (read === undefined) {
    return (
      <Pane label={calendarId ?? say('hours.new')} as="aside">
        <BoneRows count={7} height={40} />
      </Pane>
    );
  }
  return <OpenForm {...props} {...read} />;
}

function OpenForm({ calendarId, canWrite, onClose, week, nextDays }: FormProps & Read) {
  const say = useWords();
  const saving = useSaving();
  const [shownDays, showDays] = useState(nextDays);
  const [first, setFirst] = useState<Week>(week ?? OFFICE_WEEK);
  const draft = useDraft(`calendar-${calendarId ?? ''}`, { name: calendarId ?? '', ...first });
  const { name, timeZone, days, specialDays } = draft.value;
  const write = async (): Promise<void> => {
    const id = name.trim();
    const isSaved = await saving.save(async () => {
      const body = {
        timeZone,
        days: days.map((hours) => [...hours]),
        specialDays: specialDays.map((day) => ({ ...day, hours: [...day.hours] })),
      };
      const params = { path: { calendarId: id } };
      const { position } = await answered(
        api.PUT('/api/v1/calendars/{calendarId}/week', { params, body }),
      );
      showDays(await readNextDays(id, { nowMs: serverNow(), after: position }));
      const undoes = calendarId === undefined ? undefined : ({ kind: 'calendar', id } as const);
      return { told: say('set-up.saved', { name: id }), undoes, reads: ['calendars'], position };
    });
    if (!isSaved) return;
    setFirst({ timeZone, days, specialDays });
    draft.forget();
    if (calendarId === undefined) onClose();
  };
  const wrong = saving.wrong('days') ?? saving.wrong('specialDays');
  return (
    <SideForm
      title={calendarId ?? say('hours.new')}
      saving={saving}
      fields={['calendarId', 'timeZone', 'days', 'specialDays']}
      draft={draft}
      canWrite={canWrite}
      onSave={() => void write()}
      onClose={onClose}
    >
      {calendarId !== undefined && week === undefined && (
        <Banner tone="soon">{say('hours.by-hand')}</Banner>
      )}
      {calendarId === undefined && (
        <Field
          label={say('set-up.name')}
          hint={say('hours.name-hint')}
          required
          value={name}
          wrong={saving.wrong('calendarId')}
          onChange={(event) => draft.change({ name: event.target.value })}
        />
      )}
      <TimeZoneField
        required
        value={timeZone}
        wrong={saving.wrong('timeZone')}
        onType={(value) => draft.change({ timeZone: value })}
      />
      <fieldset className="group">
        <legend>{say('hours.week')}</legend>
        {days.map((hours, day) => (
          <SpanFields
            key={day}
            label={dayName(day, spoken())}
            hours={hours}
            onChange={(next) =>
              draft.change({ days: days.map((each, at) => (at === day ? next : each)) })
            }
          />
        ))}
      </fieldset>
      <SpecialDayFields
        days={specialDays}
        onChange={(next) => draft.change({ specialDays: next })}
      />
      {wrong !== undefined && (
        <p className="field">
          <span className="wrong">{say('hours.wrong')}</span>
        </p>
      )}
      {calendarId !== undefined && (
        <fieldset className="group">
          <legend>{say('hours.next')}</legend>
          <NextDays intervals={shownDays} timeZone={first.timeZone} />
        </fieldset>
      )}
    </SideForm>
  );
}
