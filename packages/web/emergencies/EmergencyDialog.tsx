import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { serverNow } from '../design/clock.ts';
import { Dialog } from '../design/Dialog.tsx';
import { Choice } from '../design/Field.tsx';
import { Fault } from '../design/Notes.tsx';
import { skillName } from '../skills/skill-name.ts';
import { skillNames } from '../skills/skill-names.ts';
import { useWords as useCommonWords } from '../words/words.ts';
import { declare, type Emergency, faultOf } from './acts.ts';
import { useWords } from './words.ts';

const REASONS: readonly Emergency['reason'][] = ['outage', 'weather', 'safety', 'staff', 'other'];
const HOURS = [1, 2, 4, 8, 24];
const HOUR_MS = 3_600_000;

/** Why everybody is needed at once, for what, and until when. */
export function EmergencyDialog({
  standing,
  onClose,
}: {
  /** What is declared already. */
  readonly standing: readonly Emergency[];
  readonly onClose: () => void;
}) {
  const say = useWords();
  const sayCommon = useCommonWords();
  const [reason, setReason] = useState<Emergency['reason']>('outage');
  const [skill, setSkill] = useState('');
  const [hours, setHours] = useState(2);
  const [state, setState] = useState<'ready' | 'sending' | { readonly fault: string }>('ready');
  const skills = [...skillNames().keys()].toSorted((a, b) =>
    skillName(a).localeCompare(skillName(b)),
  );
  const go = async (): Promise<void> => {
    if (state === 'sending') return;
    setState('sending');
    try {
      const untilAt = Math.floor(serverNow()) + hours * HOUR_MS;
      const before = standing.find((each) => (each.skill ?? '') === skill);
      await declare({ reason, untilAt, ...(skill !== '' && { skill }) }, before);
      onClose();
    } catch (error) {
      setState({ fault: faultOf(error) });
    }
  };
  return (
    <Dialog title={say('emergency.title')} onClose={onClose}>
      <form
        className="dialog-body"
        onSubmit={(event) => {
          event.preventDefault();
          void go();
        }}
      >
        {typeof state === 'object' && <Fault onRetry={() => void go()}>{state.fault}</Fault>}
        <Choice
          label={say('emergency.reason')}
          value={reason}
          choices={REASONS.map((each) => [each, say(`emergency.reason.${each}`)] as const)}
          onChange={({ target }) => setReason(target.value as Emergency['reason'])}
        />
        <Choice
          label={say('emergency.scope')}
          value={skill}
          choices={[
            ['', say('emergency.scope-all')],
            ...skills.map(
              (each) => [each, say('emergency.scope-skill', { skill: skillName(each) })] as const,
            ),
          ]}
          onChange={({ target }) => setSkill(target.value)}
        />
        <Choice
          label={say('emergency.until')}
          value={hours}
          choices={HOURS.map(
            (each) => [String(each), say('emergency.in', { hours: each })] as const,
          )}
          onChange={({ target }) => setHours(Number(target.value))}
        />
        <p className="hint">{say('emergency.what')}</p>
        <div className="dialog-foot">
          <Button onClick={onClose}>{sayCommon('action.cancel')}</Button>
          <Button kind="main" submits disabled={state === 'sending'}>
            {say('emergency.go')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
