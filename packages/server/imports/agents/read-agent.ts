import {
  type Capacity,
  type Channel,
  CHANNELS,
  profileRefusal,
  type SkillLevel,
  STANDARD_CAPACITY,
} from '@rapport/core';
import { cellOf, cellsOf, type ImportRow } from '../import-row.ts';
import type { Note } from '../plan-rows.ts';
import { readCode, readName } from '../read-cells.ts';

/** What a row says of an agent; what it leaves empty is undefined. */
export interface WantedAgent {
  readonly externalId: string | undefined;
  readonly name: string | undefined;
  /** Its id or its name. */
  readonly team: string | undefined;
  readonly skills: readonly SkillLevel[] | undefined;
  readonly units: number | undefined;
  readonly weights: Capacity['weights'] | undefined;
}

/** What a row says of an agent; what cannot be understood is noted. */
export function readAgent(row: ImportRow, note: Note): WantedAgent {
  const externalId = readCode(row, 'externalId', note);
  const name = readName(row, 'name', note);
  if (externalId === undefined && name === undefined) {
    note(undefined, { code: 'agent-unnamed', expected: 'an externalId or a name' });
  }
  const team = cellOf(row, 'team')?.text;
  return { externalId, name, team, skills: readSkills(row, note), ...readCapacity(row, note) };
}

const SKILL_LENGTH_MAX = 250;
const SKILL = /^(?<skill>.+?)\s*[:=]\s*(?<level>[1-5])(?:\s*@\s*(?<assessedOn>\S+))?$/;

function readSkills(row: ImportRow, note: Note): readonly SkillLevel[] | undefined {
  const cells = cellsOf(row, 'skills').flatMap(({ column, text }) =>
    text.split(',').map((part) => ({ column, text: part.trim() })),
  );
  const [first] = cells;
  if (first === undefined) return undefined;
  const skills: SkillLevel[] = [];
  for (const cell of cells) {
    // No skill is named at such length, and the pattern goes back and forth over spaces.
    const isShort = cell.text.length <= SKILL_LENGTH_MAX;
    const { skill, level, assessedOn } =
      (isShort ? SKILL.exec(cell.text)?.groups : undefined) ?? {};
    if (skill === undefined) {
      note(cell, {
        code: 'skill-invalid',
        expected:
          'skills and their levels: billing:3; french:5, or with a day: billing:3@2026-05-01',
      });
      return undefined;
    }
    skills.push({ skill, level: Number(level), ...(assessedOn !== undefined && { assessedOn }) });
  }
  const refusal = profileRefusal(skills, STANDARD_CAPACITY);
  if (refusal === undefined) return skills;
  note(first, { code: 'skill-invalid', expected: refusal.expected });
  return undefined;
}

const PART = /^(?:(?<channel>[a-z-]+)\s*[:=]\s*)?(?<count>[1-9]\d{0,3})$/i;

/** `12` sets the units alone; `12; phone:12; chat:4` what each channel takes of them too. */
function readCapacity(row: ImportRow, note: Note): Pick<WantedAgent, 'units' | 'weights'> {
  let units: number | undefined;
  const weights: Partial<Record<string, number>> = {};
  for (const cell of cellsOf(row, 'capacity')) {
    for (const part of cell.text.split(',')) {
      const { channel, count } = PART.exec(part.trim())?.groups ?? {};
      const name = CHANNELS.find((each) => each === channel?.toLowerCase());
      if (count === undefined || (channel !== undefined && name === undefined)) {
        const expected = `units, and what channels take of them: 12; phone:12; chat:4`;
        note(cell, { code: 'capacity-invalid', expected });
        return { units: undefined, weights: undefined };
      }
      if (name === undefined) units = Number(count);
      else weights[name] = Number(count);
    }
  }
  return { units, weights: sorted(weights) };
}

/** In one order, so that the same capacity is the same text. */
function sorted(weights: Partial<Record<string, number>>): Capacity['weights'] | undefined {
  const inOrder: Partial<Record<Channel, number>> = {};
  for (const name of CHANNELS) {
    const weight = weights[name];
    if (weight !== undefined) inOrder[name] = weight;
  }
  return Object.keys(inOrder).length === 0 ? undefined : inOrder;
}
