import './notices.css';
import { MessageCircleWarning } from 'lucide-react';
import { Button } from '../design/Button.tsx';
import { toast } from '../design/Toasts.tsx';
import { useTopic } from '../live/live.ts';
import { answered, api, Refused } from '../session/api.ts';
import { Attention } from './Attention.tsx';
import { AttentionDialog } from './AttentionDialog.tsx';
import { MyAlert } from './MyAlert.tsx';
import { useWords } from './words.ts';

/**
 * What supervisors tell me, which stays until I have read it, and whoever is offered to me while I am
 * elsewhere.
 */
export function Notices({
  isAskedHow,
  onTold,
}: {
  /** Whether it is asked how to be called. */
  readonly isAskedHow: boolean;
  readonly onTold: () => void;
}) {
  const say = useWords();
  const topic = useTopic('my-notices', {});
  const notices = topic.kind === 'known' ? topic.state.notices : [];
  const read = (noticeId: string): void => {
    answered(
      api.POST('/api/v1/me/notices/{noticeId}/read', { params: { path: { noticeId } } }),
    ).catch((error: unknown) =>
      toast(error instanceof Refused ? error.message : say('sign-in.unreachable')),
    );
  };
  return (
    <section className="notices" aria-label={say('notice.title')} aria-live="polite">
      <Attention />
      <MyAlert />
      {isAskedHow && <AttentionDialog onClose={onTold} />}
      {notices.map(({ noticeId, piiFromName, piiText, at }) => (
        <div key={noticeId} className="notice">
          <MessageCircleWarning size={16} aria-hidden />
          <p className="grow">
            <b>
              <bdi>{say('notice.from', { name: piiFromName, at })}</bdi>
            </b>
            <span dir="auto">{piiText}</span>
          </p>
          <Button size="small" onClick={() => read(noticeId)}>
            {say('notice.read')}
          </Button>
        </div>
      ))}
    </section>
  );
}
