import './emergencies.css';
import type { EmergenciesState } from '@rapport/protocol';
import { Siren } from 'lucide-react';
import { Button } from '../design/Button.tsx';
import { serverNow, useNow } from '../design/clock.ts';
import { momentText } from '../design/moment-text.ts';
import { useTopic } from '../live/live.ts';
import type { Me } from '../session/session.ts';
import { skillName } from '../skills/skill-name.ts';
import { useSkillNames } from '../skills/use-skill-names.ts';
import { type Emergency, end } from './acts.ts';
import { askEmergency, mayDeclare, useIsDeclaring } from './declaring.ts';
import { SuspectedOutage } from './SuspectedOutage.tsx';
import { EmergencyDialog } from './EmergencyDialog.tsx';
import { useWords } from './words.ts';

const NOTHING: EmergenciesState = { items: [] };

/** On every screen, what stands: that everybody is needed at once, why, until when, and who says so. */
export function Emergencies({ me }: { readonly me: Me }) {
  const say = useWords();
  useSkillNames();
  useNow();
  const topic = useTopic('emergencies', {});
  const isDeclaring = useIsDeclaring();
  const { items, outage } = topic.kind === 'known' ? topic.state : NOTHING;
  // The end comes by time alone, also while the line is lost.
  const standing = items.filter(({ untilAt }) => untilAt > serverNow());
  return (
    <section className="emergencies" aria-label={say('emergency.region')} aria-live="polite">
      {standing.map((emergency) => (
        <Bar key={emergency.skill ?? ''} emergency={emergency} mayEnd={mayDeclare(me)} />
      ))}
      {outage !== undefined && mayDeclare(me) && (
        <SuspectedOutage
          outage={outage}
          isDeclared={standing.some(({ skill }) => skill === undefined)}
        />
      )}
      {isDeclaring && <EmergencyDialog standing={standing} onClose={() => askEmergency(false)} />}
    </section>
  );
}

function Bar({ emergency, mayEnd }: { readonly emergency: Emergency; readonly mayEnd: boolean }) {
  const say = useWords();
  const { reason, skill, since, untilAt, piiDeclaredByName: name = '' } = emergency;
  return (
    <div className="emergency">
      <Siren size={15} aria-hidden />
      <p className="grow">
        <b>
          {say('emergency.bar', {
            reason: say(`emergency.reason.${reason}`),
            scope: skill === undefined ? 'all' : 'skill',
            skill: skill === undefined ? '' : skillName(skill),
            until: momentText(untilAt),
          })}
        </b>{' '}
        <span className="hint">
          <bdi>{say('emergency.by', { at: since, name, isNamed: name === '' ? 'no' : 'yes' })}</bdi>
        </span>
      </p>
      {mayEnd && (
        <Button size="small" onClick={() => end(emergency)}>
          {say('emergency.end')}
        </Button>
      )}
    </div>
  );
}
