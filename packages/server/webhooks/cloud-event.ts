/** Where in its centre's history an event stands. */
export interface EventPlace {
  readonly centre: string;
  readonly seq: number;
  readonly ordinal: number;
}

/** What a receiver knows an event by: `main_1234_0`. Never another event's, and the same each time. */
export function eventIdOf({ centre, seq, ordinal }: EventPlace): string {
  // No dot: it parts the fields that a signature is made over.
  return `${centre}_${seq}_${ordinal}`;
}

/** The place that an event's id names; undefined when it names none in this centre. */
export function eventPlaceOf(centre: string, eventId: string): EventPlace | undefined {
  const [found, seq, ordinal, ...rest] = eventId.split('_');
  if (found !== centre || rest.length > 0) return undefined;
  const isNumber = (text: string | undefined) => /^(0|[1-9]\d{0,14})$/.test(text ?? '');
  if (!isNumber(seq) || !isNumber(ordinal) || Number(ordinal) >= 2 ** 31) return undefined;
  return { centre, seq: Number(seq), ordinal: Number(ordinal) };
}

/** An event of the journal for the outside: CloudEvents 1.0, in JSON. */
export function cloudEventOf(
  place: EventPlace,
  { at, events }: { readonly at: number; readonly events: string },
): string {
  const stored = (JSON.parse(events) as readonly (StoredEvent | undefined)[])[place.ordinal];
  if (stored === undefined) throw new Error(`the journal holds no event ${eventIdOf(place)}`);
  const { type, v, ...data } = stored;
  const subject = subjectOf(data);
  return JSON.stringify({
    specversion: '1.0',
    id: eventIdOf(place),
    source: sourceOf(place.centre),
    type: `rapport.${type}`,
    ...(subject !== undefined && { subject }),
    time: new Date(at).toISOString(),
    dataschema: `urn:rapport:event:${type}:v${v}`,
    datacontenttype: 'application/json',
    position: String(place.seq),
    data,
  });
}

/** What a receiver gets when somebody tries whether it listens. */
export function testEventOf(
  { centre, id, webhookId }: Readonly<Record<'centre' | 'id' | 'webhookId', string>>,
  at: number,
): string {
  return JSON.stringify({
    specversion: '1.0',
    id,
    source: sourceOf(centre),
    type: 'rapport.webhook-tested',
    subject: webhookId,
    time: new Date(at).toISOString(),
    dataschema: 'urn:rapport:event:webhook-tested:v1',
    datacontenttype: 'application/json',
    data: { webhookId },
  });
}

/** As it was stored: a receiver that is told again is told the same. */
interface StoredEvent extends Readonly<Record<string, unknown>> {
  readonly type: string;
  readonly v: number;
}

// What an event is about: the first of these that it names.
const SUBJECTS = ['workId', 'customerId', 'accountId', 'agentId', 'promiseId', 'calendarId'];

function subjectOf(data: Readonly<Record<string, unknown>>): string | undefined {
  const id = SUBJECTS.map((field) => data[field]).find((value) => value !== undefined);
  return typeof id === 'string' ? id : undefined;
}

function sourceOf(centre: string): string {
  return `urn:rapport:centre:${centre}`;
}
