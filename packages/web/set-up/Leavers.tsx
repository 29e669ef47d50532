import type { RouteAnswer } from '@rapport/protocol';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Banner } from '../design/Notes.tsx';
import { answered, api } from '../session/api.ts';
import { useWords } from './words/words.ts';

const RehomeDialog = lazy(async () => {
  const { RehomeDialog: dialog } = await import('../bonds/RehomeDialog.tsx');
  return { default: dialog };
});

type Leaver = RouteAnswer<'listLeavers'>['items'][number];

/** Whoever has left and whose customers nobody looks after yet, with the way to mend that. Nothing where there are none. */
export function Leavers({ agentCount }: { readonly agentCount: number }) {
  const say = useWords();
  const [leavers, setLeavers] = useState<readonly Leaver[]>([]);
  const [given, give] = useState<Leaver>();
  const [restoredCount, setRestoredCount] = useState(0);
  // Read anew as somebody leaves, and as somebody's customers have been given on or are theirs again.
  useEffect(() => {
    let isPassed = false;
    answered(api.GET('/api/v1/bonds/leavers')).then(
      ({ items }) => {
        if (!isPassed) setLeavers(items);
      },
      // The room is about something else: what it cannot tell beside that it tells the next time.
      () => undefined,
    );
    return () => {
      isPassed = true;
    };
  }, [agentCount, given, restoredCount]);
  return (
    <>
      {leavers.map((leaver) => (
        <Banner key={leaver.agentId}>
          <span className="grow">
            {say('leave.left-behind', {
              name: leaver.piiName,
              count: leaver.customerCount + leaver.accountCount,
            })}
          </span>
          <Button
            size="small"
            aria-label={`${say('skills.rehome')} ${leaver.piiName}`}
            onClick={() => give(leaver)}
          >
            {say('skills.rehome')}
          </Button>
        </Banner>
      ))}
      {given !== undefined && (
        <Suspense fallback={null}>
          <RehomeDialog
            agentId={given.agentId}
            name={given.piiName}
            onClose={() => give(undefined)}
            onRestored={() => setRestoredCount((count) => count + 1)}
          />
        </Suspense>
      )}
    </>
  );
}
