import { useState } from 'react';
import { Choice, Field } from '../design/Field.tsx';
import { answered, api, Refused } from '../session/api.ts';
import {
  type AgreementDraft,
  draftOf,
  type ServedKind,
  termDraftOf,
  termOf,
} from './agreement-draft.ts';
import { AgreementTerms } from './AgreementTerms.tsx';
import { AgreementVersions } from './AgreementVersions.tsx';
import { idFrom } from './id-from.ts';
import { useIsOneOf } from './rooms.ts';
import { type Agreement, useSettings } from './settings.ts';
import { SideForm } from './SideForm.tsx';
import { type Draft, useDraft } from './use-draft.ts';
import { accountNamed, useServedName } from './use-served-name.ts';
import { type Saving, useSaving } from './use-saving.ts';
import { useWords } from './words/words.ts';

/** One agreement: all of its versions, and the next one to agree on. */
export function AgreementForm({
  agreement,
  canWrite,
  onClose,
}: {
  /** None for a new one. */
  readonly agreement: Agreement | undefined;
  readonly canWrite: boolean;
  readonly onClose: () => void;
}) {
  const say = useWords();
  const saving = useSaving();
  const version = (agreement?.versions.length ?? 0) + 1;
  const draft = useNextVersion(agreement);
  const [taken, take] = useState(0);
  const agree = useAgree(agreement, saving);
  const write = async (): Promise<void> => {
    if (!(await agree(draft.value))) return;
    draft.forget();
    if (agreement === undefined) onClose();
  };
  return (
    <SideForm
      title={agreement?.agreementId ?? say('agreements.new')}
      saving={saving}
      fields={['agreementId', 'serves', 'holdsFromAt']}
      draft={draft}
      canWrite={canWrite}
      onSave={() => void write()}
      onClose={onClose}
      above={
        agreement && (
          <AgreementVersions
            agreement={agreement}
            canWrite={canWrite}
            onTake={({ terms }) => {
              draft.change({ terms: terms.map(termDraftOf) });
              take(taken + 1);
            }}
          />
        )
      }
    >
      {canWrite && (
        <>
          {agreement === undefined ? (
            <Field
              label={say('set-up.name')}
              hint={say('agreements.name-hint')}
              required
              value={draft.value.name}
              wrong={saving.wrong('agreementId')}
              onChange={(event) => draft.change({ name: event.target.value })}
            />
          ) : (
            <h3>{say('agreements.next', { version })}</h3>
          )}
          <ServedFields draft={draft} saving={saving} />
          <AgreementTerms
            key={taken}
            terms={draft.value.terms}
            onChange={(terms) => draft.change({ terms })}
          />
          <Field
            label={say('agreements.holds-from')}
            hint={say('agreements.holds-from-hint')}
            type="datetime-local"
            value={draft.value.holdsFrom}
            wrong={saving.wrong('holdsFromAt')}
            onChange={(event) => draft.change({ holdsFrom: event.target.value })}
          />
        </>
      )}
    </SideForm>
  );
}

/** What is typed for the next version, and for that one alone. */
function useNextVersion(agreement: Agreement | undefined): Draft<AgreementDraft> {
  const { agreementId = '', serves = {}, versions = [] } = agreement ?? {};
  const served = useServedName(serves);
  const key = `agreement-${agreementId}-${versions.length + 1}`;
  return useDraft(key, draftOf(agreement, serves.accountId === undefined ? '' : served));
}

/** Agrees on what was typed; says whether that was done. */
function useAgree(
  agreement: Agreement | undefined,
  saving: Saving,
): (typed: AgreementDraft) => Promise<boolean> {
  const say = useWords();
  const all = useSettings('agreements');
  const version = (agreement?.versions.length ?? 0) + 1;
  return (typed) =>
    saving.save(async () => {
      const ids = new Set(all.items.map(({ agreementId: id }) => id));
      const agreementId = agreement?.agreementId ?? idFrom(typed.name.trim(), ids);
      const serves = await servesOf(typed, agreement, say('agreements.account-unknown'));
      const { holdsFrom, terms } = typed;
      const body = {
        serves,
        ...(holdsFrom !== '' && { holdsFromAt: new Date(holdsFrom).getTime() }),
        terms: terms.map(termOf),
      };
      const params = { path: { agreementId } };
      const { position } = await answered(
        api.PUT('/api/v1/agreements/{agreementId}', { params, body }),
      );
      const told = say('agreements.agreed', { name: agreementId, version });
      return { told, reads: ['agreements'], position };
    });
}

/**
 * Whom it serves, of what was typed.
 *
 * @throws {Refused} no account, or more than one, is called so.
 */
async function servesOf(
  { serves, divisionId, accountName }: AgreementDraft,
  agreement: Agreement | undefined,
  unknown: string,
): Promise<Agreement['serves']> {
  if (serves === 'everybody') return {};
  if (serves === 'division') return { divisionId };
  const before = agreement?.serves;
  const typed = accountName.trim();
  const accountId =
    (await accountNamed(typed)) ?? (typed === before?.accountId ? typed : undefined);
  if (accountId === undefined) {
    throw new Refused({ type: 'account-unknown', title: unknown, field: 'serves' });
  }
  return { accountId };
}

const KINDS: readonly ServedKind[] = ['everybody', 'division', 'account'];

/** For whom it is agreed. */
function ServedFields({
  draft: { value, change },
  saving,
}: {
  readonly draft: Draft<AgreementDraft>;
  readonly saving: Saving;
}) {
  const say = useWords();
  const divisions = useSettings('divisions');
  // Whoever may not look at accounts cannot name one.
  const canName = useIsOneOf(['supervisor', 'care-owner', 'administrator']);
  const kinds = KINDS.filter((kind) => kind !== 'account' || canName || value.serves === 'account');
  return (
    <>
      <Choice
        label={say('agreements.serves')}
        value={value.serves}
        wrong={value.serves === 'account' ? undefined : saving.wrong('serves')}
        choices={kinds.map((kind) => [kind, say(`agreements.serves.${kind}`)])}
        onChange={(event) => change({ serves: event.target.value as ServedKind })}
      />
      {value.serves === 'division' && (
        <Choice
          label={say('agreements.division')}
          required
          value={value.divisionId}
          choices={[
            ['', say('agreements.division-none')],
            ...divisions.items.map(({ divisionId, name }) => [divisionId, name] as const),
          ]}
          onChange={(event) => change({ divisionId: event.target.value })}
        />
      )}
      {value.serves === 'account' && (
        <Field
          label={say('agreements.account')}
          hint={say('agreements.account-hint')}
          required
          value={value.accountName}
          wrong={saving.wrong('serves')}
          onChange={(event) => change({ accountName: event.target.value })}
        />
      )}
    </>
  );
}
