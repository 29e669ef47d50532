import { Tag } from '../design/Notes.tsx';
import { AgreementForm } from './AgreementForm.tsx';
import { ListRoom } from './ListRoom.tsx';
import { useIsOneOf } from './rooms.ts';
import { type Agreement, useSettings } from './settings.ts';
import { useServedName } from './use-served-name.ts';
import { useWords } from './words/words.ts';

/** What was agreed with whom: promises by channel, tier and kind of case, version after version. */
export function AgreementsRoom() {
  const say = useWords();
  const canWrite = useIsOneOf(['administrator', 'planner']);
  return (
    <ListRoom
      room="agreements"
      list={useSettings('agreements')}
      idOf={({ agreementId }) => agreementId}
      nameOf={({ agreementId }) => agreementId}
      columns={[
        { head: say('agreements.serves'), cell: (agreement) => <Served agreement={agreement} /> },
        {
          head: say('agreements.in-force'),
          cell: (agreement) => <InForce agreement={agreement} />,
        },
      ]}
      begin={canWrite && 'agreements.new'}
      form={(agreement, { close }) => (
        <AgreementForm agreement={agreement} canWrite={canWrite} onClose={close} />
      )}
    />
  );
}

function Served({ agreement: { serves } }: { readonly agreement: Agreement }) {
  return <bdi>{useServedName(serves)}</bdi>;
}

function InForce({ agreement: { inForce, versions } }: { readonly agreement: Agreement }) {
  const say = useWords();
  if (inForce === undefined) return <Tag>{say('agreements.not-yet')}</Tag>;
  const version = say('agreements.version', { version: inForce });
  return inForce === versions.length ? (
    version
  ) : (
    <>
      {version} <Tag tone="info">{say('agreements.next-waits')}</Tag>
    </>
  );
}
