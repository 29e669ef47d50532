import { X } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { Check, Choice } from '../design/Field.tsx';
import { Fault } from '../design/Notes.tsx';
import type { Customer } from '../desk/customer.ts';
import { answered, api } from '../session/api.ts';
import { AgentChoice } from './BondDialog.tsx';
import type { Bond } from './bond-text.ts';
import { nameOf } from './names.ts';
import { useBondSaving } from './use-bond-saving.ts';
import { useWords } from './words/words.ts';

type Refused = Bond['refusals'][number];

const REFUSALS_MAX = 20;

/** Who is never asked for a customer, and whether he wants somebody new. */
export function WishesDialog({
  customer,
  bond,
  onSaved,
  onClose,
}: {
  readonly customer: Customer;
  readonly bond: Bond;
  readonly onSaved: (bond: Bond) => unknown;
  readonly onClose: () => void;
}) {
  const say = useWords();
  const { fault, isBusy, save } = useBondSaving(onSaved);
  const [isNewPreferred, setNewPreferred] = useState(bond.isNewPreferred);
  const [refusals, setRefusals] = useState<readonly Refused[]>(bond.refusals);
  const { customerId } = customer;
  const named = refusals.filter(({ agentId }) => agentId !== '');
  const isTwice = new Set(named.map(({ agentId }) => agentId)).size < named.length;
  const write = () =>
    answered(
      api.PUT('/api/v1/customers/{customerId}/bond/wishes', {
        params: { path: { customerId } },
        body: { isNewPreferred, refusals: [...named] },
      }),
    );
  return (
    <Dialog title={say('bonds.wishes-title', { name: nameOf(customer) })} onClose={onClose}>
      <form
        className="dialog-body"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isTwice) save(customerId, say('bonds.saved'), write);
        }}
      >
        {fault !== undefined && <Fault>{fault}</Fault>}
        <Check
          label={say('bonds.field-new')}
          checked={isNewPreferred}
          onChange={({ target }) => setNewPreferred(target.checked)}
        />
        <p className="hint">{say('bonds.field-new-hint')}</p>
        <RefusalList refusals={refusals} onChange={setRefusals} />
        {isTwice && <p className="wrong">{say('bonds.twice')}</p>}
        <div className="dialog-foot">
          <Button onClick={onClose}>{say('action.cancel')}</Button>
          <Button kind="main" submits disabled={isBusy || isTwice}>
            {say('bonds.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function RefusalList({
  refusals,
  onChange,
}: {
  readonly refusals: readonly Refused[];
  readonly onChange: (refusals: readonly Refused[]) => void;
}) {
  const say = useWords();
  const put = (index: number, change: Partial<Refused>): void =>
    onChange(refusals.map((each, at) => (at === index ? { ...each, ...change } : each)));
  return (
    <>
      {refusals.map(({ agentId, by }, index) => (
        <div key={index} className="need-line">
          <AgentChoice
            label={say('bonds.field-never')}
            value={agentId}
            onChange={(next) => put(index, { agentId: next })}
          />
          <Choice
            label={say('bonds.field-by')}
            value={by}
            // One of the choices below.
            onChange={({ target }) => put(index, { by: target.value as Refused['by'] })}
            choices={[
              ['customer', say('bonds.by-customer')],
              ['agent', say('bonds.by-agent')],
            ]}
          />
          <IconButton
            label={say('bonds.remove')}
            onClick={() => onChange(refusals.filter((_, at) => at !== index))}
          >
            <X size={14} aria-hidden />
          </IconButton>
        </div>
      ))}
      <span>
        <Button
          size="small"
          disabled={refusals.length >= REFUSALS_MAX}
          onClick={() => onChange([...refusals, { agentId: '', by: 'customer' }])}
        >
          {say('bonds.add-never')}
        </Button>
      </span>
    </>
  );
}
