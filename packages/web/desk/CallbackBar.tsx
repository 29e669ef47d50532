import { Phone, PhoneMissed } from 'lucide-react';
import { Button } from '../design/Button.tsx';
import { momentText } from '../design/moment-text.ts';
import { keyName } from '../keys/key-map.ts';
import { useKeyName, useKeys } from '../keys/use-keys.ts';
import { noteNoAnswer } from './acts.ts';
import type { DeskRow } from './rows.ts';
import { useWords } from './words.ts';

/** That this customer was promised a call: when, which attempt it is, at which number, and what to say where nobody answers. */
export function CallbackBar({ row: { workId, status, card } }: { readonly row: DeskRow }) {
  const say = useWords();
  const key = useKeyName('callback.no-answer');
  const { callback, piiPhone } = card ?? {};
  const isCalling = callback !== undefined && (status === 'active' || status === 'on-hold');
  const missed = (): void => void noteNoAnswer(workId);
  useKeys({
    'callback.no-answer': () => {
      if (isCalling) missed();
      return isCalling;
    },
  });
  if (callback === undefined || status === 'wrap-up' || status === 'helping') return null;
  const { dueAt, attempt, attemptMax } = callback;
  return (
    <section className="callback" aria-label={say('callback.title')}>
      <Phone size={14} aria-hidden />
      <p className="grow">
        <b>{say('callback.promised', { at: momentText(dueAt) })}</b>{' '}
        <span className="hint num">{say('callback.attempt', { attempt, all: attemptMax })}</span>
      </p>
      {piiPhone === undefined ? (
        <span className="hint">{say('callback.no-number')}</span>
      ) : (
        <a
          className="link num"
          href={`tel:${piiPhone}`}
          data-call="callback"
          aria-label={say('customer.call', { number: piiPhone })}
          title={keyName('customer.call')}
        >
          <bdi>{piiPhone}</bdi>
        </a>
      )}
      {isCalling && (
        <Button keys={key} onClick={missed}>
          <PhoneMissed size={14} aria-hidden />
          {say('callback.no-answer')}
        </Button>
      )}
    </section>
  );
}
