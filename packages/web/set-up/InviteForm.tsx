import { useState } from 'react';
import { answered, api } from '../session/api.ts';
import { type InvitationLink, LinkDialog } from './LinkDialog.tsx';
import { detailsOf, draftOf, PERSON_FIELDS, PersonFields } from './PersonFields.tsx';
import { SideForm } from './SideForm.tsx';
import { useDraft } from './use-draft.ts';
import { useSaving } from './use-saving.ts';
import { useWords } from './words/words.ts';

/** Invites somebody, and shows the link to hand on. */
export function InviteForm({ onClose }: { readonly onClose: () => void }) {
  const say = useWords();
  const saving = useSaving();
  const draft = useDraft('person-new', draftOf());
  const [link, setLink] = useState<InvitationLink>();
  const invite = async (): Promise<void> => {
    if (draft.value.roles.length === 0) return;
    await saving.save(async () => {
      const body = await detailsOf(draft.value);
      // Whoever tries again after a refusal does not make a second agent.
      if (body.agentId !== undefined) draft.change({ agentId: body.agentId });
      const { personId, invitation } = await answered(api.POST('/api/v1/people', { body }));
      if (invitation !== undefined) setLink({ ...invitation, name: body.piiName });
      const told = say('people.invited', { name: body.piiName });
      return { told, undoes: { kind: 'person', id: personId }, reads: ['people', 'agents'] };
    });
  };
  if (link !== undefined) {
    return (
      <LinkDialog
        link={link}
        onClose={() => {
          draft.forget();
          onClose();
        }}
      />
    );
  }
  return (
    <SideForm
      title={say('people.invite')}
      saving={saving}
      fields={PERSON_FIELDS}
      draft={draft}
      canWrite
      onSave={() => void invite()}
      onClose={onClose}
    >
      <PersonFields draft={draft} saving={saving} ownAgentId={draft.value.agentId} />
    </SideForm>
  );
}
