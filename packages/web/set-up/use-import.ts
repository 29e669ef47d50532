import { useEffect, useState } from 'react';
import { answered, api, type Refusal, Refused } from '../session/api.ts';
import { type ImportRecord, reloadSettings } from './settings.ts';

/** What can be taken in, in the order in which one needs the other. */
export const IMPORT_KINDS = ['rosters', 'agents', 'accounts', 'customers', 'bonds'] as const;

export type ImportKind = (typeof IMPORT_KINDS)[number];

const ASK_EVERY_MS = 700;
/** So many refused rows are shown; the first thousand are kept. */
export const FAULTS_SHOWN = 50;

export type ImportFault = Awaited<ReturnType<typeof readFaults>>[number];

/** An import with why its rows were refused. */
export interface ShownImport {
  readonly record: ImportRecord;
  readonly faults: readonly ImportFault[];
}

/**
 * Sends a file as it is, so that the server sees how it is written.
 *
 * @throws {Refused} its columns do not fit, or somebody else's is under way.
 */
export async function sendFile(
  file: File,
  query: {
    readonly kind: ImportKind;
    readonly dryRun: boolean;
    readonly allOrNothing: boolean;
    /** Whose a calendar is; empty where its events say it. */
    readonly agent: string;
  },
): Promise<ImportRecord> {
  const asked = new URLSearchParams(
    Object.entries(query)
      .map(([name, value]): [string, string] => [name, String(value)])
      .filter(([, value]) => value !== ''),
  );
  const response = await fetch(`/api/v1/imports?${asked.toString()}`, {
    method: 'POST',
    headers: { 'content-type': isCalendar(file) ? 'text/calendar' : 'text/csv' },
    body: file,
  });
  const told: unknown = await response.json();
  if (!response.ok) throw new Refused(told as Refusal);
  return told as ImportRecord;
}

/** Whether a file is a calendar, as far as its name tells; the server looks into it. */
export function isCalendar({ name }: File): boolean {
  return /\.(ics|ical|ifb)$/i.test(name);
}

/** Takes an import back, in the background. @throws {Refused} it cannot be. */
export async function takeBack(importId: string): Promise<void> {
  const params = { path: { importId } };
  await answered(api.POST('/api/v1/imports/{importId}/undo', { params }));
}

/** How an import stands, asked after until it is over; undefined until it is known. */
export function useImport(importId: string, round: number): ShownImport | undefined {
  const [shown, setShown] = useState<ShownImport>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isWanted = true;
    const ask = async (): Promise<void> => {
      const next = await readImport(importId).catch(() => undefined);
      if (!isWanted) return;
      if (next !== undefined) setShown(next);
      if (next === undefined || isUnderWay(next.record)) {
        timer = setTimeout(() => void ask(), ASK_EVERY_MS);
        return;
      }
      await reloadSettings(['imports']);
    };
    timer = setTimeout(() => void ask());
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [importId, round]);
  return shown?.record.importId === importId ? shown : undefined;
}

export function isUnderWay({ status }: ImportRecord): boolean {
  return status === 'running' || status === 'undoing';
}

async function readImport(importId: string): Promise<ShownImport> {
  const params = { path: { importId } };
  const record = await answered(api.GET('/api/v1/imports/{importId}', { params }));
  const hasFaults = record.counts.refused > 0 && !isUnderWay(record);
  return { record, faults: hasFaults ? await readFaults(importId) : [] };
}

async function readFaults(importId: string) {
  const params = { path: { importId }, query: { limit: FAULTS_SHOWN } };
  return (await answered(api.GET('/api/v1/imports/{importId}/faults', { params }))).items;
}
