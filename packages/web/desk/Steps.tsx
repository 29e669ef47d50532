import type { ConversationMessage } from '@rapport/protocol';
import { useNow } from '../design/clock.ts';
import type { DeskRow } from './rows.ts';
import { momentText } from '../design/moment-text.ts';
import { useWords } from './words.ts';

interface Step {
  readonly kind: 'done' | 'missed' | 'current' | 'next';
  readonly name: string;
  readonly when: string;
  /** How much of its time has gone, where it has one. */
  readonly share?: number;
}

const IS_NOW: ReadonlySet<Step['kind']> = new Set(['current', 'missed']);

/** How far the matter is, as the customer would see it: what was, what is next and by when. */
export function Steps({
  row: { card, receivedAt, status },
  messages,
}: {
  readonly row: DeskRow;
  readonly messages: readonly ConversationMessage[];
}) {
  const say = useWords();
  const now = useNow();
  const answer = messages.find(({ from, isNote }) => from === 'agent' && !isNote);
  const steps: Step[] = [
    {
      kind: 'done',
      name: say('step.reported'),
      when: momentText(messages[0]?.ordinal === 1 ? messages[0].at : receivedAt, now),
    },
  ];
  if (answer !== undefined) {
    steps.push({ kind: 'done', name: say('step.answered'), when: momentText(answer.at, now) });
  }
  if (status !== 'wrap-up') steps.push(nextStep());
  const isOver = status === 'wrap-up';
  const when = isOver ? say('conversation.closed') : say('step.next');
  steps.push({ kind: isOver ? 'current' : 'next', name: say('step.resolved'), when });
  return (
    <ol className="steps">
      {steps.map(({ kind, name, when, share }) => (
        <li
          key={name}
          data-step={kind}
          aria-current={IS_NOW.has(kind) ? 'step' : undefined}
          style={share === undefined ? undefined : goneStyle(share)}
        >
          <span>
            {name}
            {kind === 'done' && <span className="unseen"> {say('step.done')}</span>}
          </span>
          <bdi className="hint cut">{when}</bdi>
        </li>
      ))}
    </ol>
  );

  function nextStep(): Step {
    if (card?.callback !== undefined) {
      const when = say('step.by', { at: momentText(card.callback.dueAt, now) });
      return { kind: 'current', name: say('step.call'), when };
    }
    const name = say(card?.laterAt === undefined ? 'step.reply' : 'step.later');
    const { dueAt, wholeMs = 0 } = card ?? {};
    if (dueAt === undefined) return { kind: 'current', name, when: say('step.theirs') };
    const at = momentText(dueAt, now);
    if (dueAt < now) return { kind: 'missed', name, when: say('step.missed', { at }) };
    const share = wholeMs === 0 ? 0 : Math.max(0, 1 - (dueAt - now) / wholeMs);
    return { kind: 'current', name, when: say('step.by', { at }), share };
  }
}

function goneStyle(share: number): React.CSSProperties {
  return { '--step-gone': `${(share * 100).toFixed(1)}%` } as React.CSSProperties;
}
