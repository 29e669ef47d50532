import { useEffect, useState } from 'react';
import { useNow } from '../design/clock.ts';
import { momentText, returnText } from '../design/moment-text.ts';
import { Section } from '../design/Pane.tsx';
import { answered, api } from '../session/api.ts';
import type { Person } from './floor-model.ts';
import { say, useWords } from './words/words.ts';

interface Interval {
  readonly fromAt: number;
  readonly untilAt: number;
}

interface Roster {
  readonly dutyIntervals: readonly Interval[];
  readonly breakIntervals: readonly Interval[];
}

/** What is planned of somebody's day, and what of it keeps live work from him; nothing where nobody planned. */
export function DayLines({
  person: { presence },
  people,
}: {
  readonly person: Person;
  readonly people: ReadonlyMap<string, Person>;
}) {
  useWords();
  const now = useNow();
  const { agentId, windDown, absence } = presence;
  const roster = useRoster(agentId, windDown?.startsAt);
  const until = (at: number) => ({ until: momentText(at, now) });
  const deputy = people.get(absence?.deputyId ?? '')?.name;
  const lines = [
    absence && say('floor.day.absent', { until: returnText(absence.untilAt, now) }),
    deputy !== undefined && say('floor.day.deputy', { name: deputy }),
    ...(roster === undefined ? [] : plannedLines(roster, now)),
    windDown && say('floor.day.wind-down', until(windDown.untilAt)),
  ].filter((line) => typeof line === 'string');
  if (lines.length === 0) return null;
  return (
    <Section title={say('floor.day')}>
      <ul className="day-lines">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Section>
  );
}

/** Until when he is on duty, and when his break is; or when he is on duty next. */
function plannedLines({ dutyIntervals, breakIntervals }: Roster, now: number): readonly string[] {
  const duty = dutyIntervals.find(({ untilAt }) => untilAt > now);
  if (duty === undefined) return [];
  if (duty.fromAt > now) {
    return [say('floor.day.next-duty', { from: momentText(duty.fromAt, now) })];
  }
  const pause = breakIntervals.find(({ untilAt }) => untilAt > now);
  const isBefore = pause !== undefined && pause.fromAt < duty.untilAt;
  return [
    say('floor.day.duty', { until: momentText(duty.untilAt, now) }),
    ...(isBefore ? [say('floor.day.break', spanText(pause, now))] : []),
  ];
}

function spanText({ fromAt, untilAt }: Interval, now: number) {
  return { from: momentText(fromAt, now), until: momentText(untilAt, now) };
}

/** Read when somebody is chosen, and again when his roster shows that it has changed. */
function useRoster(agentId: string, windsDownAt: number | undefined) {
  const [roster, setRoster] = useState<Roster>();
  useEffect(() => {
    let isCurrent = true;
    const params = { path: { agentId } };
    answered(api.GET('/api/v1/agents/{agentId}/roster', { params })).then(
      (read) => {
        if (isCurrent) setRoster(read);
      },
      // Who is shown without his day can still be shown.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [agentId, windsDownAt]);
  return roster;
}
