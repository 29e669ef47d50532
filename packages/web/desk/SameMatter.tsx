import { Link2 } from 'lucide-react';
import { useState } from 'react';
import { toast } from '../design/Toasts.tsx';
import { linkWork, unlinkWork } from './acts.ts';
import { type Interaction, loadCustomer } from './customer.ts';
import { useWords } from './words.ts';

/** Whether something else that is open of a customer is about the same as what is here, and the way to say so. */
export function SameMatter({
  other,
  here,
  hasCompany,
  subject,
  customerId,
}: {
  readonly other: Interaction;
  readonly here: Interaction;
  /** Which of them belongs with others already. */
  readonly hasCompany: { readonly other: boolean; readonly here: boolean };
  /** What the other is about, in words. */
  readonly subject: string;
  readonly customerId: string;
}) {
  const say = useWords();
  const [isBusy, setBusy] = useState(false);
  const isSame = other.matterId !== undefined && other.matterId === here.matterId;
  // Whoever has company stays with it, and the other joins.
  const isJoinedByHere = !isSame && hasCompany.other;
  if (!isSame && hasCompany.other && hasCompany.here) return null;
  const put = async (isLinked: boolean): Promise<void> => {
    setBusy(true);
    const [joining, joined] = isJoinedByHere ? [here, other] : [other, here];
    const position = await (isLinked
      ? linkWork(joining.workId, joined.workId)
      : unlinkWork(joining.workId));
    if (position !== undefined) {
      await loadCustomer(customerId, position);
      const words = isLinked ? 'matter.linked' : 'matter.unlinked';
      toast(say(words, { subject }), () => void put(!isLinked));
    }
    setBusy(false);
  };
  return (
    <p className="same-matter">
      {isSame && (
        <span className="hint">
          <Link2 size={12} aria-hidden /> {say('matter.same')}
        </span>
      )}
      <button
        type="button"
        className="link"
        disabled={isBusy}
        aria-label={say(isSame ? 'matter.unlink-of' : 'matter.link-of', { subject })}
        title={say(isSame ? 'matter.unlink-hint' : 'matter.link-hint')}
        onClick={() => void put(!isSame)}
      >
        {say(isSame ? 'matter.unlink' : 'matter.link')}
      </button>
    </p>
  );
}
