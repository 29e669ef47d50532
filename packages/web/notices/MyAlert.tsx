import { AlarmClock } from 'lucide-react';
import { Button } from '../design/Button.tsx';
import { toast } from '../design/Toasts.tsx';
import { useTopic } from '../live/live.ts';
import { answered, api, Refused } from '../session/api.ts';
import { useWords } from './words.ts';

/**
 * What is late or will be and waits for me: the first due, with what to do about it. It stays until I have
 * seen it, somebody has answered it, or somebody else has seen to it.
 */
export function MyAlert() {
  const say = useWords();
  const topic = useTopic('my-alerts', {});
  const [first, ...others] = topic.kind === 'known' ? topic.state.alerts : [];
  if (first === undefined) return null;
  const { workId, rung, advice, channel, dueAt } = first;
  const see = (): void => {
    answered(api.POST('/api/v1/work/{workId}/alert/seen', { params: { path: { workId } } })).catch(
      (error: unknown) =>
        toast(error instanceof Refused ? error.message : say('sign-in.unreachable')),
    );
  };
  return (
    <div className="notice" role="status">
      <AlarmClock size={16} aria-hidden />
      <p className="grow">
        <b>{say(`alert.${rung}`, { channel: say(`channel.${channel}`) })}</b>
        <span>
          {dueAt !== undefined && say('alert.due', { at: dueAt })} {say(`alert.${advice}`)}{' '}
          {others.length > 0 && say('alert.more', { count: others.length })}
        </span>
      </p>
      <Button size="small" onClick={see}>
        {say('alert.seen')}
      </Button>
    </div>
  );
}
