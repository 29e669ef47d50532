import { promiseSentence } from './durations.ts';
import { ListRoom } from './ListRoom.tsx';
import { PromiseForm } from './PromiseForm.tsx';
import { useIsOneOf } from './rooms.ts';
import { useSettings } from './settings.ts';
import { useWords } from './words/words.ts';

/** What is promised to customers: how soon, for how many, in which hours. */
export function PromisesRoom() {
  const say = useWords();
  const canWrite = useIsOneOf(['administrator', 'planner']);
  return (
    <ListRoom
      room="promises"
      list={useSettings('promises')}
      idOf={({ promiseId }) => promiseId}
      nameOf={({ promiseId }) => promiseId}
      columns={[{ head: say('promises.terms'), cell: (promise) => promiseSentence(promise, say) }]}
      begin={canWrite && 'promises.new'}
      form={(promise, { close }) => (
        <PromiseForm promise={promise} canWrite={canWrite} onClose={close} />
      )}
    />
  );
}
