import { Button } from '../design/Button.tsx';
import { Check, Field } from '../design/Field.tsx';
import { type Disposition, dispositionName } from '../dispositions/disposition-name.ts';
import { idFrom } from './id-from.ts';
import { SideForm } from './SideForm.tsx';
import { useDraft } from './use-draft.ts';
import { isOffered, type Outcomes, useOutcomes } from './use-outcomes.ts';
import { useWords } from './words/words.ts';

/** One outcome: what it is called, and whether it is offered. */
export function OutcomeForm({
  outcome,
  canWrite,
  onClose,
}: {
  /** None for a new one. */
  readonly outcome: Disposition | undefined;
  readonly canWrite: boolean;
  readonly onClose: () => void;
}) {
  const say = useWords();
  const outcomes = useOutcomes();
  const { list, change, saving } = outcomes;
  const shown = outcome === undefined ? '' : dispositionName(outcome);
  const wasPoor = outcome?.isPoor === true;
  const draft = useDraft(`outcome-${outcome?.code ?? ''}`, { name: shown, isPoor: wasPoor });
  const { isPoor } = draft.value;
  const name = draft.value.name.trim();
  const write = async (): Promise<void> => {
    const isRenamed = name !== shown;
    if (isRenamed || isPoor !== wasPoor) {
      const code = outcome?.code ?? idFrom(name, new Set(list.items.map((each) => each.code)));
      // Where nobody has renamed it, it may be said in the reader's own language.
      const kept = isRenamed ? name : (outcome?.name ?? name);
      const next = changed(outcome, { code, name: kept, isPoor });
      const told = say('set-up.saved', { name });
      const isSaved = await (outcome === undefined
        ? change([...list.items, next], told)
        : change(replaced(list.items, next), told));
      if (!isSaved) return;
    }
    draft.forget();
    onClose();
  };
  const isStandard = outcome !== undefined && shown !== outcome.name;
  return (
    <SideForm
      title={outcome === undefined ? say('outcomes.new') : shown}
      saving={saving}
      fields={[]}
      draft={draft}
      canWrite={canWrite}
      onSave={() => void write()}
      onClose={onClose}
      more={outcome && <Retirement outcome={outcome} outcomes={outcomes} />}
    >
      <Field
        label={say('set-up.name')}
        hint={say(isStandard ? 'outcomes.standard-hint' : 'outcomes.name-hint')}
        required
        maxLength={200}
        value={draft.value.name}
        onChange={(event) => draft.change({ name: event.target.value })}
      />
      <Check
        label={say('outcomes.poor')}
        checked={isPoor}
        onChange={(event) => draft.change({ isPoor: event.target.checked })}
      />
    </SideForm>
  );
}

/** Takes it out of use, or back into it; the last that is offered stays. */
function Retirement({
  outcome,
  outcomes: { list, offered, change, saving },
}: {
  readonly outcome: Disposition;
  readonly outcomes: Outcomes;
}) {
  const say = useWords();
  const name = dispositionName(outcome);
  const { code, name: kept, isPoor } = outcome;
  const same = { code, name: kept, ...(isPoor === true && { isPoor }) };
  const retire = (): void => {
    const next = replaced(list.items, { ...same, isRetired: true });
    void change(next, say('outcomes.no-longer', { name }));
  };
  const offer = (): void => {
    const next = replaced(list.items, same);
    void change(next, say('outcomes.again', { name }));
  };
  if (!isOffered(outcome)) {
    return (
      <Button disabled={saving.isBusy} onClick={offer}>
        {say('outcomes.offer')}
      </Button>
    );
  }
  if (offered.length === 1) return <p className="hint">{say('outcomes.last')}</p>;
  return (
    <>
      <Button kind="grave" disabled={saving.isBusy} onClick={retire}>
        {say('outcomes.retire')}
      </Button>
      <p className="hint">{say('outcomes.retire-hint')}</p>
    </>
  );
}

function changed(
  outcome: Disposition | undefined,
  { isPoor, ...named }: { readonly code: string; readonly name: string; readonly isPoor: boolean },
): Disposition {
  const { isRetired } = outcome ?? {};
  return { ...named, ...(isRetired && { isRetired }), ...(isPoor && { isPoor }) };
}

function replaced(list: readonly Disposition[], next: Disposition): readonly Disposition[] {
  return list.map((each) => (each.code === next.code ? next : each));
}
