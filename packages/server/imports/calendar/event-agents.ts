import type { ImportCell } from '../import-row.ts';
import { EventRefused } from './calendar-fault.ts';
import { type Property, unescaped } from './content-line.ts';
import type { Component } from './read-calendar.ts';

const NAME_LENGTH_MAX = 200;
/** Who is asked to an event and is nobody who works then. */
const OTHERS = new Set(['ROOM', 'RESOURCE']);

/**
 * Whose an event is: those who attend it and have not declined; where nobody attends, whoever organises it.
 *
 * @throws {EventRefused} nobody does either.
 */
export function agentsOf(event: Component): readonly ImportCell[] {
  const attending = event.properties.filter(
    ({ name, parameters }) =>
      name === 'ATTENDEE' &&
      parameters.get('PARTSTAT')?.toUpperCase() !== 'DECLINED' &&
      parameters.get('ROLE')?.toUpperCase() !== 'NON-PARTICIPANT' &&
      !OTHERS.has(parameters.get('CUTYPE')?.toUpperCase() ?? ''),
  );
  const isAttended = event.properties.some(({ name }) => name === 'ATTENDEE');
  const organising = event.properties.filter(({ name }) => name === 'ORGANIZER').slice(0, 1);
  const cells = (isAttended ? attending : organising).flatMap(cellOf);
  if (cells.length > 0 || isAttended) return cells;
  const expected =
    'an ATTENDEE or an ORGANIZER; or whose calendar it is, by agent= or on the command line --agent';
  throw new EventRefused(event.line, 'agent-missing', expected);
}

/** The address behind `mailto:`; else the name. */
function cellOf({ name, parameters, value }: Property): readonly ImportCell[] {
  const [, address] = /^mailto:([^?]+)/i.exec(value.trim()) ?? [];
  const email = address === undefined ? parameters.get('EMAIL') : decoded(address);
  const plain = /^[\w+.-]+:/.test(value.trim()) ? undefined : unescaped(value);
  const found = [email, parameters.get('CN'), plain].find((text) => (text ?? '').trim() !== '');
  const text = found?.trim().normalize('NFC').slice(0, NAME_LENGTH_MAX) ?? '';
  return text === ''
    ? []
    : [{ column: name, text: text.includes('@') ? text.toLowerCase() : text }];
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch (error) {
    if (error instanceof URIError) return address;
    throw error;
  }
}
