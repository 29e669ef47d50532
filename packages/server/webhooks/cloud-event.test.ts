import { EVENT_TYPES } from '@rapport/core';
import { centreHistory } from '../testing/centre-history.ts';
import { describe, expect, test } from 'vitest';
import { cloudEventOf, eventIdOf, eventPlaceOf } from './cloud-event.ts';

const HISTORY = centreHistory(7, 400);

const all = HISTORY.flatMap((row) =>
  (JSON.parse(row.events) as { type: string }[]).map(({ type }, ordinal) => ({
    type,
    place: { centre: 'main', seq: row.seq, ordinal },
    event: JSON.parse(cloudEventOf({ centre: 'main', seq: row.seq, ordinal }, row)) as Readonly<
      Record<string, unknown>
    >,
  })),
);

describe('an event for the outside', () => {
  test('is a CloudEvent, whatever happened', () => {
    expect(new Set(all.map(({ type }) => type)).size).toBeGreaterThan(15);
    for (const { type, event } of all) {
      expect(event).toMatchObject({
        specversion: '1.0',
        source: 'urn:rapport:centre:main',
        type: `rapport.${type}`,
        dataschema: `urn:rapport:event:${type}:v1`,
        datacontenttype: 'application/json',
      });
      expect(new Date(event['time'] as string).toISOString()).toBe(event['time']);
      // CloudEvents asks for names of small letters and digits.
      expect(Object.keys(event).filter((name) => !/^[a-z0-9]{1,20}$/.test(name))).toEqual([]);
      expect(type in EVENT_TYPES).toBe(true);
    }
  });

  test('is about the item, else the customer, the account, the agent, the promise or the calendar', () => {
    for (const { type, event } of all) {
      const data = event['data'] as Readonly<Record<string, string>>;
      const about = /^(bond|customers|credit)-|^customer-placed$/.test(type)
        ? data['customerId']
        : (data['workId'] ??
          data['accountId'] ??
          data['agentId'] ??
          data['promiseId'] ??
          data['calendarId']);
      expect(event['subject']).toBe(about);
    }
  });

  test('has an id of its own that no dot could confuse, and that leads back to it', () => {
    const ids = all.map(({ place }) => eventIdOf(place));
    expect(new Set(ids).size).toBe(all.length);
    for (const { place, event } of all) {
      expect(event['id']).toBe(eventIdOf(place));
      expect(event['id']).not.toContain('.');
      expect(eventPlaceOf('main', eventIdOf(place))).toEqual(place);
      expect(eventPlaceOf('other', eventIdOf(place))).toBeUndefined();
    }
  });
});
