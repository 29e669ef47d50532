import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { answered, api } from '../session/api.ts';
import { type InvitationLink, LinkDialog } from './LinkDialog.tsx';
import { detailsOf, draftOf, PERSON_FIELDS, PersonFields } from './PersonFields.tsx';
import { useMe } from './rooms.ts';
import type { Person } from './settings.ts';
import { SideForm } from './SideForm.tsx';
import { useDraft } from './use-draft.ts';
import { type Saving, useSaving } from './use-saving.ts';
import { useWords } from './words/words.ts';

/** One person: what he is called and may do, and whether he is let in. */
export function PersonForm({
  person,
  canWrite,
  onClose,
}: {
  readonly person: Person;
  readonly canWrite: boolean;
  readonly onClose: () => void;
}) {
  const say = useWords();
  const saving = useSaving();
  const { personId } = person;
  const draft = useDraft(`person-${personId}`, draftOf(person));
  const write = async (): Promise<void> => {
    if (draft.value.roles.length === 0) return;
    const isSaved = await saving.save(async () => {
      const body = await detailsOf(draft.value);
      if (body.agentId !== undefined) draft.change({ agentId: body.agentId });
      const params = { path: { personId } };
      await answered(api.PUT('/api/v1/people/{personId}', { params, body }));
      const told = say('set-up.saved', { name: body.piiName });
      return { told, undoes: { kind: 'person', id: personId }, reads: ['people', 'agents'] };
    });
    if (isSaved) draft.forget();
  };
  return (
    <SideForm
      title={person.piiName}
      saving={saving}
      fields={PERSON_FIELDS}
      draft={draft}
      canWrite={canWrite}
      onSave={() => void write()}
      onClose={onClose}
      more={<PersonActs person={person} saving={saving} />}
    >
      <PersonFields draft={draft} saving={saving} ownAgentId={person.agentId} />
    </SideForm>
  );
}

type ActPath =
  | '/api/v1/people/{personId}/disable'
  | '/api/v1/people/{personId}/enable'
  | '/api/v1/people/{personId}/second-factor/end';

type LinkPath = '/api/v1/people/{personId}/invitation' | '/api/v1/people/{personId}/password-reset';

function PersonActs({ person, saving }: { readonly person: Person; readonly saving: Saving }) {
  const say = useWords();
  const me = useMe();
  const [link, setLink] = useState<InvitationLink>();
  const { personId, piiName: name, status } = person;
  const params = { path: { personId } };
  const act = (path: ActPath, told: string, isUndoable = true): void => {
    void saving.save(async () => {
      await answered(api.POST(path, { params }));
      return {
        told,
        ...(isUndoable && { undoes: { kind: 'person', id: personId } }),
        reads: ['people'],
      };
    });
  };
  const makeLink = (path: LinkPath, told: string): void => {
    void saving.save(async () => {
      const made = await answered(api.POST(path, { params }));
      setLink({ ...made, name });
      return { told, reads: [] };
    });
  };
  return (
    <>
      {link !== undefined && <LinkDialog link={link} onClose={() => setLink(undefined)} />}
      {status === 'invited' && (
        <Button
          onClick={() => makeLink('/api/v1/people/{personId}/invitation', say('people.renewed'))}
        >
          {say('people.renew')}
        </Button>
      )}
      {status === 'active' && me?.personId !== personId && (
        <Button
          title={say('people.reset-hint')}
          onClick={() =>
            makeLink('/api/v1/people/{personId}/password-reset', say('people.reset-told', { name }))
          }
        >
          {say('people.reset')}
        </Button>
      )}
      {status === 'active' && me?.personId !== personId && (
        <Button
          title={say('people.end-factor-hint')}
          onClick={() =>
            act(
              '/api/v1/people/{personId}/second-factor/end',
              say('people.factor-ended', { name }),
              false,
            )
          }
        >
          {say('people.end-factor')}
        </Button>
      )}
      {status === 'disabled' ? (
        <Button
          onClick={() => act('/api/v1/people/{personId}/enable', say('people.enabled', { name }))}
        >
          {say('people.enable')}
        </Button>
      ) : (
        me?.personId !== personId && (
          <Button
            kind="grave"
            onClick={() =>
              act('/api/v1/people/{personId}/disable', say('people.disabled', { name }))
            }
          >
            {say('people.disable')}
          </Button>
        )
      )}
    </>
  );
}
