import type { MeasureGroup, Measures } from '@rapport/protocol';
import { useEffect, useState } from 'react';
import { answered, api } from '../session/api.ts';
import { stretchOf, type StretchName } from './stretches.ts';

/** What is asked. */
export interface Question {
  readonly stretch: StretchName;
  readonly by: MeasureGroup;
  /** The T of the service level in seconds; each item's own promise without. */
  readonly threshold: number | undefined;
}

/** How well it went, and how well in as many days before. */
export interface Report {
  readonly question: Question;
  readonly timeZone: string;
  readonly now: Measures;
  readonly before: Measures;
}

/** The answer to a question; the last one stays until the next one is there. */
export function useMeasures(question: Question, unreachable: string) {
  const [report, setReport] = useState<Report>();
  const [fault, setFault] = useState<string>();
  const [round, setRound] = useState(0);
  const { stretch, by, threshold } = question;
  useEffect(() => {
    let isWanted = true;
    const read = async (): Promise<void> => {
      try {
        const next = await reportOn({ stretch, by, threshold });
        if (!isWanted) return;
        setReport(next);
        setFault(undefined);
      } catch (error) {
        if (isWanted) setFault(error instanceof Error ? error.message : unreachable);
      }
    };
    void read();
    return () => {
      isWanted = false;
    };
  }, [stretch, by, threshold, round, unreachable]);
  return { report, fault, retry: () => setRound(round + 1) };
}

async function reportOn(question: Question): Promise<Report> {
  const { timeZone: own, otherwise } = await answered(api.GET('/api/v1/settings'));
  const timeZone = own ?? otherwise.timeZone;
  const { stretch, before } = stretchOf(question.stretch, { now: Date.now(), timeZone });
  const { by, threshold } = question;
  const shared = { by, ...(threshold !== undefined && { threshold }) };
  const measure = (when: typeof stretch) =>
    answered(api.GET('/api/v1/measures', { params: { query: { ...when, ...shared } } }));
  const [now, earlier] = await Promise.all([measure(stretch), measure(before)]);
  return { question, timeZone, now, before: earlier };
}
