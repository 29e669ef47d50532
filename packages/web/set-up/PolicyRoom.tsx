import './policy.css';
import type { Policy } from '@rapport/protocol';
import { type SubmitEvent, useRef, useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Check } from '../design/Field.tsx';
import { Empty, Fault } from '../design/Notes.tsx';
import { Section } from '../design/Pane.tsx';
import { answered, api } from '../session/api.ts';
import { aboutNumber, numberName, PolicyNumber } from './PolicyNumber.tsx';
import {
  fieldsOf,
  isOwn,
  isReserving,
  isWithin,
  POLICY_GROUPS,
  policyDraft,
  type PolicyDraft,
  RESERVES,
  reservesText,
  typedNumbers,
  unitOf,
} from './policy-numbers.ts';
import { PolicyPreview } from './PolicyPreview.tsx';
import { Listed, Room } from './Room.tsx';
import { useIsOneOf } from './rooms.ts';
import { useSettings } from './settings.ts';
import { type Draft, useDraft } from './use-draft.ts';
import { useSaving } from './use-saving.ts';
import { EN, type SetUpWordsId } from './words/en.ts';
import { useWords } from './words/words.ts';

/** Which numbers are shown. */
interface Filter {
  readonly typed: string;
  readonly isOwnOnly: boolean;
}

/** The numbers in the rule by which the desk decides, and what they would have done on a day that is over. */
export function PolicyRoom() {
  const say = useWords();
  const list = useSettings('policy');
  const [policy] = list.items;
  const [filter, setFilter] = useState<Filter>({ typed: '', isOwnOnly: false });
  const draft = useDraft('policy', policy === undefined ? {} : policyDraft(policy));
  return (
    <>
      <Room
        title={say('room.policy')}
        hint={say('policy.hint')}
        act={
          <input
            className="input"
            type="search"
            aria-label={say('policy.search')}
            placeholder={say('policy.search')}
            value={filter.typed}
            onChange={(event) => setFilter({ ...filter, typed: event.target.value })}
          />
        }
      >
        <Listed list={list} empty="">
          {policy !== undefined && (
            <PolicyForm policy={policy} draft={draft} filter={filter} onFilter={setFilter} />
          )}
        </Listed>
      </Room>
      {policy !== undefined && <PolicyPreview policy={policy} draft={draft.value} />}
    </>
  );
}

function PolicyForm({
  policy,
  draft,
  filter,
  onFilter,
}: {
  readonly policy: Policy;
  readonly draft: Draft<PolicyDraft>;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}) {
  const say = useWords();
  const canWrite = useIsOneOf(['administrator']);
  const saving = useSaving();
  const form = useRef<HTMLFormElement>(null);
  const wrongCount = fieldsOf(policy, draft.value).filter(
    (field) => !isWithin(field, draft.value),
  ).length;
  const write = async (): Promise<void> => {
    await saving.save(async () => {
      const body = typedNumbers(policy, draft.value);
      const { position } = await answered(api.PUT('/api/v1/policy', { body }));
      draft.forget();
      const undoes = { kind: 'policy', id: 'policy' } as const;
      return { told: say('policy.saved'), undoes, reads: ['policy'], position };
    });
  };
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (wrongCount === 0) void write();
    else form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  };
  const fault = saving.faultBeside([]);
  return (
    <form className="policy-form" ref={form} noValidate onSubmit={submit}>
      <p className="policy-filter">
        <Check
          label={say('policy.changed-only')}
          checked={filter.isOwnOnly}
          onChange={(event) => onFilter({ ...filter, isOwnOnly: event.target.checked })}
        />
      </p>
      <Groups policy={policy} draft={draft} filter={filter} />
      {fault !== undefined && <Fault>{fault}</Fault>}
      <footer>
        {canWrite && (
          <Button kind="main" submits disabled={saving.isBusy || !draft.isChanged}>
            {say('set-up.save')}
          </Button>
        )}
        {draft.isChanged && (
          <Button kind="bare" onClick={draft.forget}>
            {say('set-up.discard')}
          </Button>
        )}
        <span role="status" className="hint">
          {wrongCount > 0
            ? say('policy.to-mend', { count: wrongCount })
            : say('policy.to-save', { count: changedCount(policy, draft.value) })}{' '}
          {!canWrite && say('policy.try-only')}
        </span>
      </footer>
    </form>
  );
}

/** How many things are typed otherwise than they hold. */
function changedCount(policy: Policy, draft: PolicyDraft): number {
  const holds = policyDraft(policy);
  return Object.keys(holds).filter((name) => holds[name] !== draft[name]).length;
}

function Groups({
  policy,
  draft,
  filter,
}: {
  readonly policy: Policy;
  readonly draft: Draft<PolicyDraft>;
  readonly filter: Filter;
}) {
  const say = useWords();
  const typed = filter.typed.trim().toLocaleLowerCase();
  const shown = fieldsOf(policy, draft.value).filter((field) => {
    if (filter.isOwnOnly && !isOwn(field, draft.value)) return false;
    const text = `${numberName(field.name, say)} ${aboutNumber(field.name, say)}`;
    return text.toLocaleLowerCase().includes(typed);
  });
  const isFiltered = filter.isOwnOnly || typed !== '';
  const groups = groupsOf(shown, isFiltered);
  if (groups.length === 0) {
    const none =
      typed === '' ? say('policy.none-own') : say('policy.none', { typed: filter.typed });
    return <Empty size="small">{none}</Empty>;
  }
  return groups.map(([group, fields]) => (
    <Section key={group} title={wordsOf(`policy.group.${group}`, say)}>
      <p className="hint">{wordsOf(`policy.group.${group}-hint`, say)}</p>
      {group === RESERVATION && !isFiltered && (
        <p>
          <Check
            label={say('policy.reserves')}
            checked={isReserving(draft.value)}
            onChange={(event) => draft.change({ [RESERVES]: reservesText(event.target.checked) })}
          />
        </p>
      )}
      {fields.map((field) => (
        <PolicyNumber
          key={field.name}
          field={field}
          draft={draft.value}
          onType={(text) => draft.change({ [field.name]: text })}
        />
      ))}
    </Section>
  ));
}

const RESERVATION = 'reservation';
const OTHERS = 'others';

type Fields = Policy['fields'];

/** Those that are shown by their groups; whatever has no group yet comes last. */
function groupsOf(shown: Fields, isFiltered: boolean): readonly (readonly [string, Fields])[] {
  const named = Object.entries(POLICY_GROUPS).map(([group, names]) => {
    const fields = shown.filter(({ name }) => name in names);
    return [group, fields] as const;
  });
  const others = shown.filter(({ name }) => unitOf(name) === undefined);
  return [...named, [OTHERS, others] as const].filter(
    // Whether anything is reserved at all can be said where nothing is.
    ([group, fields]) => fields.length > 0 || (group === RESERVATION && !isFiltered),
  );
}

function wordsOf(id: string, say: ReturnType<typeof useWords>): string {
  return id in EN ? say(id as SetUpWordsId) : '';
}
