import { Choice, Field } from '../design/Field.tsx';
import { answered, api } from '../session/api.ts';
import { inUnits, promiseSentence, type Unit, UNITS } from './durations.ts';
import { type PromiseTerms, useSettings } from './settings.ts';
import { SideForm } from './SideForm.tsx';
import { type Draft, useDraft } from './use-draft.ts';
import { type Saving, useSaving } from './use-saving.ts';
import { useWords } from './words/words.ts';

const FIRST = { targetMs: 20_000, shareRatio: 0.8 };

/** What is typed of a promise. */
interface PromiseDraft {
  readonly name: string;
  readonly count: string;
  readonly unit: Unit;
  readonly share: string;
  /** Empty for every hour. */
  readonly calendarId: string;
}

function draftOf(promise: PromiseTerms | undefined): PromiseDraft {
  const { targetMs, shareRatio } = promise ?? FIRST;
  const { count, unit } = inUnits(targetMs);
  return {
    name: promise?.promiseId ?? '',
    count: String(count),
    unit,
    share: String(Math.round(shareRatio * 1_000) / 10),
    calendarId: promise?.calendarId ?? '',
  };
}

function termsOf({ count, unit, share, calendarId }: PromiseDraft) {
  return {
    targetMs: Math.round(Number(count) * UNITS[unit]),
    shareRatio: Number(share) / 100,
    ...(calendarId !== '' && { calendarId }),
  };
}

/** One promise; it shows what it will say before it is saved. */
export function PromiseForm({
  promise,
  canWrite,
  onClose,
}: {
  /** None for a new one. */
  readonly promise: PromiseTerms | undefined;
  readonly canWrite: boolean;
  readonly onClose: () => void;
}) {
  const say = useWords();
  const saving = useSaving();
  const draft = useDraft(`promise-${promise?.promiseId ?? ''}`, draftOf(promise));
  const { value } = draft;
  const body = termsOf(value);
  const write = async (): Promise<void> => {
    const promiseId = value.name.trim();
    const isSaved = await saving.save(async () => {
      const params = { path: { promiseId } };
      const { position } = await answered(
        api.PUT('/api/v1/promises/{promiseId}', { params, body }),
      );
      const told = say('set-up.saved', { name: promiseId });
      const undoes = promise && ({ kind: 'promise', id: promiseId } as const);
      return { told, undoes, reads: ['promises'], position };
    });
    if (!isSaved) return;
    draft.forget();
    onClose();
  };
  return (
    <SideForm
      title={promise?.promiseId ?? say('promises.new')}
      saving={saving}
      fields={['promiseId', 'targetMs', 'shareRatio', 'calendarId']}
      draft={draft}
      canWrite={canWrite}
      onSave={() => void write()}
      onClose={onClose}
    >
      {promise === undefined && (
        <Field
          label={say('set-up.name')}
          hint={say('promises.name-hint')}
          required
          value={value.name}
          wrong={saving.wrong('promiseId')}
          onChange={(event) => draft.change({ name: event.target.value })}
        />
      )}
      <TermsFields draft={draft} saving={saving} />
      {body.targetMs > 0 && <p role="status">{promiseSentence(body, say)}</p>}
    </SideForm>
  );
}

function TermsFields({
  draft: { value, change },
  saving,
}: {
  readonly draft: Draft<PromiseDraft>;
  readonly saving: Saving;
}) {
  const say = useWords();
  const calendars = useSettings('calendars');
  return (
    <>
      <div className="beside">
        <Field
          label={say('promises.within')}
          type="number"
          min="1"
          required
          value={value.count}
          wrong={saving.wrong('targetMs')}
          onChange={(event) => change({ count: event.target.value })}
        />
        <Choice
          label={say('promises.unit')}
          value={value.unit}
          choices={(Object.keys(UNITS) as Unit[]).map((each) => [each, say(`unit.${each}`)])}
          onChange={(event) => change({ unit: event.target.value as Unit })}
        />
      </div>
      <Field
        label={say('promises.share')}
        type="number"
        min="0.1"
        max="100"
        step="0.1"
        required
        value={value.share}
        wrong={saving.wrong('shareRatio')}
        onChange={(event) => change({ share: event.target.value })}
      />
      <Choice
        label={say('promises.calendar')}
        hint={say('promises.calendar-hint')}
        value={value.calendarId}
        wrong={saving.wrong('calendarId')}
        choices={[
          ['', say('promises.always')],
          ...calendars.items.map(({ calendarId }) => [calendarId, calendarId] as const),
        ]}
        onChange={(event) => change({ calendarId: event.target.value })}
      />
    </>
  );
}
