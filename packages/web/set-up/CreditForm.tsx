import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Field } from '../design/Field.tsx';
import { answered, api, Refused } from '../session/api.ts';
import { type Credit, useSettings } from './settings.ts';
import { SideForm } from './SideForm.tsx';
import { useDraft } from './use-draft.ts';
import { useSaving } from './use-saving.ts';
import { useWords } from './words/words.ts';

interface CreditDraft {
  /** Of a new one: an e-mail address or a telephone number. */
  readonly address: string;
  readonly priority: string;
  /** The last day, as a field for a date has it. */
  readonly lastDay: string;
}

const DAY_MS = 86_400_000;

/** One customer who goes before others: by how much, and until which day. */
export function CreditForm({
  credit,
  counts,
  canWrite,
  onClose,
}: {
  /** None for a new one. */
  readonly credit: Credit | undefined;
  /** How many there are, and how many there may be. */
  readonly counts: { readonly count: number; readonly max: number };
  readonly canWrite: boolean;
  readonly onClose: () => void;
}) {
  const say = useWords();
  const saving = useSaving();
  const [{ items } = { items: [] }] = useSettings('credits').items;
  const [monthOn] = useState(() => dayText(Date.now() + 30 * DAY_MS));
  const draft = useDraft<CreditDraft>(`credit-${credit?.customerId ?? ''}`, {
    address: '',
    priority: String(credit?.priority ?? 0.5),
    lastDay: credit === undefined ? monthOn : dayText(credit.untilAt),
  });
  const { address, priority, lastDay } = draft.value;
  const write = async (): Promise<void> => {
    const isSaved = await saving.save(async () => {
      const whom = credit ?? (await customerAt(address.trim(), say('credits.nobody')));
      const untilAt = new Date(`${lastDay}T23:59:59`).getTime();
      await grant(whom.customerId, { priority: Number(priority), untilAt });
      // Whoever is given one may have had one before.
      const before = items.find(({ customerId }) => customerId === whom.customerId);
      const takeBack = (): Promise<unknown> =>
        before === undefined ? end(whom.customerId) : grant(whom.customerId, before);
      return { told: say('credits.granted', { name: whom.name }), takeBack, reads: ['credits'] };
    });
    if (!isSaved) return;
    draft.forget();
    onClose();
  };
  return (
    <SideForm
      title={credit?.name ?? say('credits.new')}
      saving={saving}
      fields={['address', 'priority', 'untilAt']}
      draft={draft}
      canWrite={canWrite}
      onSave={() => void write()}
      onClose={onClose}
      more={credit && <EndAct credit={credit} saving={saving} onEnded={onClose} />}
    >
      {credit === undefined && (
        <Field
          label={say('credits.address')}
          hint={say('credits.address-hint')}
          required
          value={address}
          wrong={saving.wrong('address')}
          onChange={({ target }) => draft.change({ address: target.value })}
        />
      )}
      <Field
        label={say('credits.priority')}
        hint={say('credits.priority-hint')}
        type="number"
        min="0.01"
        max="10"
        step="0.01"
        required
        value={priority}
        wrong={saving.wrong('priority')}
        onChange={({ target }) => draft.change({ priority: target.value })}
      />
      <Field
        label={say('credits.last-day')}
        type="date"
        required
        value={lastDay}
        wrong={saving.wrong('untilAt')}
        onChange={({ target }) => draft.change({ lastDay: target.value })}
      />
      <p className="hint num">{say('credits.counts', counts)}</p>
    </SideForm>
  );
}

function EndAct({
  credit,
  saving,
  onEnded,
}: {
  readonly credit: Credit;
  readonly saving: ReturnType<typeof useSaving>;
  readonly onEnded: () => void;
}) {
  const say = useWords();
  const go = async (): Promise<void> => {
    const isEnded = await saving.save(async () => {
      await end(credit.customerId);
      const told = say('credits.ended', { name: credit.name });
      return { told, takeBack: () => grant(credit.customerId, credit), reads: ['credits'] };
    });
    if (isEnded) onEnded();
  };
  return (
    <Button kind="grave" disabled={saving.isBusy} onClick={() => void go()}>
      {say('credits.end')}
    </Button>
  );
}

function grant(
  customerId: string,
  { priority, untilAt }: Pick<Credit, 'priority' | 'untilAt'>,
): Promise<unknown> {
  const params = { path: { customerId } };
  const body = { priority, untilAt };
  return answered(api.PUT('/api/v1/customers/{customerId}/credit', { params, body }));
}

function end(customerId: string): Promise<unknown> {
  const params = { path: { customerId } };
  return answered(api.DELETE('/api/v1/customers/{customerId}/credit', { params }));
}

/**
 * The customer of an address.
 *
 * @throws {Refused} there is none.
 */
async function customerAt(
  value: string,
  nobody: string,
): Promise<Pick<Credit, 'customerId' | 'name'>> {
  const kind = value.includes('@') ? ('email' as const) : ('phone' as const);
  try {
    const body = { identity: { kind, value } };
    const { customerId, piiName } = await answered(api.POST('/api/v1/customers/lookup', { body }));
    return { customerId, name: piiName ?? value };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const title = error.type === 'not-found' ? nobody : error.message;
    throw new Refused({ type: error.type, title, field: 'address' });
  }
}

/** As a field for a date takes it, where the reader is. */
function dayText(at: number): string {
  const date = new Date(at);
  const [year, month, day] = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
}
