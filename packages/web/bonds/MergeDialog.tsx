import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { Field } from '../design/Field.tsx';
import { Fault } from '../design/Notes.tsx';
import type { Customer } from '../desk/customer.ts';
import { answered, api, Refused } from '../session/api.ts';
import type { Bond } from './bond-text.ts';
import { nameOf } from './names.ts';
import { useBondSaving } from './use-bond-saving.ts';
import { useWords } from './words/words.ts';

type Found =
  | { readonly kind: 'somebody'; readonly customer: Customer }
  | { readonly kind: 'wrong'; readonly words: string };

/** Finds another record of the same person by an address, and makes the two one. */
export function MergeDialog({
  customer,
  onSaved,
  onClose,
}: {
  readonly customer: Customer;
  readonly onSaved: (bond: Bond) => unknown;
  readonly onClose: () => void;
}) {
  const say = useWords();
  const { fault, isBusy, save } = useBondSaving(onSaved);
  const [value, setValue] = useState('');
  const [found, setFound] = useState<Found>();
  const { customerId } = customer;
  const name = nameOf(customer);
  const find = async (): Promise<void> => {
    const kind = value.includes('@') ? ('email' as const) : ('phone' as const);
    const body = { identity: { kind, value: value.trim() } };
    try {
      const other = await answered(api.POST('/api/v1/customers/lookup', { body }));
      const isSelf = other.customerId === customerId;
      setFound(
        isSelf
          ? { kind: 'wrong', words: say('bonds.merge-self', { name }) }
          : { kind: 'somebody', customer: other },
      );
    } catch (error) {
      setFound({ kind: 'wrong', words: wordsFor(error) });
    }
  };
  const wordsFor = (error: unknown): string => {
    if (!(error instanceof Refused)) return say('sign-in.unreachable');
    return error.type === 'not-found' ? say('bonds.merge-none') : error.message;
  };
  const merge = (mergedId: string): void =>
    save(customerId, say('bonds.merge-done', { name }), () =>
      answered(
        api.POST('/api/v1/customers/{customerId}/merge', {
          params: { path: { customerId } },
          body: { mergedId },
        }),
      ),
    );
  return (
    <Dialog title={say('bonds.merge-title', { name })} onClose={onClose}>
      <form
        className="dialog-body"
        onSubmit={(event) => {
          event.preventDefault();
          void find();
        }}
      >
        {fault !== undefined && <Fault>{fault}</Fault>}
        <p className="hint">{say('bonds.merge-hint', { name })}</p>
        <Field
          label={say('bonds.merge-address')}
          value={value}
          required
          maxLength={320}
          wrong={found?.kind === 'wrong' ? found.words : undefined}
          onChange={({ target }) => {
            setValue(target.value);
            setFound(undefined);
          }}
        />
        {found?.kind === 'somebody' && (
          <p role="status">
            <bdi>{say('bonds.merge-found', { name: nameOf(found.customer) })}</bdi>
          </p>
        )}
        <div className="dialog-foot">
          <Button onClick={onClose}>{say('action.cancel')}</Button>
          {found?.kind === 'somebody' ? (
            <Button kind="main" disabled={isBusy} onClick={() => merge(found.customer.customerId)}>
              {say('bonds.merge-do')}
            </Button>
          ) : (
            <Button kind="main" submits>
              {say('bonds.merge-find')}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
