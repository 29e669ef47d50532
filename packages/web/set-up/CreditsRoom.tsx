import { momentText } from '../design/moment-text.ts';
import { CreditForm } from './CreditForm.tsx';
import { ListRoom } from './ListRoom.tsx';
import { useIsOneOf, useMe } from './rooms.ts';
import { useSettings } from './settings.ts';
import { locale } from '../words/words.ts';
import { useWords } from './words/words.ts';

/** Which customers go before others for a while, and who answers for each. */
export function CreditsRoom() {
  const say = useWords();
  const canWrite = useIsOneOf(['supervisor', 'care-owner', 'administrator']);
  const known = useSettings('credits');
  const people = useSettings('people');
  const me = useMe();
  const [{ items, creditsMax } = { items: [], creditsMax: 0 }] = known.items;
  const ownerName = (ownerId: string): string => {
    if (ownerId === me?.personId) return say('credits.you');
    return people.items.find(({ personId }) => personId === ownerId)?.piiName ?? ownerId;
  };
  return (
    <ListRoom
      room="credits"
      list={{ ...known, items }}
      idOf={({ customerId }) => customerId}
      nameOf={({ name }) => name}
      columns={[
        {
          head: say('credits.priority'),
          cell: ({ priority }) => priority.toLocaleString(locale()),
        },
        { head: say('credits.until'), cell: ({ untilAt }) => momentText(untilAt) },
        { head: say('credits.owner'), isWide: true, cell: ({ ownerId }) => ownerName(ownerId) },
      ]}
      begin={canWrite && 'credits.new'}
      form={(credit, { close }) => (
        <CreditForm
          credit={credit}
          counts={{ count: items.length, max: creditsMax }}
          canWrite={canWrite}
          onClose={close}
        />
      )}
    />
  );
}
