import { describe, expect, test } from 'vitest';
import { calledNumber, callingCodes } from './called-number.ts';

describe('a number to call back', () => {
  test('is read in the region of the centre, and kept with its country', () => {
    expect(calledNumber('030 123456', { region: 'DE' })).toEqual({
      ok: true,
      value: '+4930123456',
    });
  });

  test('is one of the country of the centre, unless others are set', () => {
    const swiss = '+41 44 668 18 00';
    expect(calledNumber(swiss, { region: 'DE' })).toEqual({
      ok: false,
      refusal: 'a number of a country that this centre calls: +49',
    });
    const terms = { region: 'DE', callingCodes: ['49', '41'] };
    expect(calledNumber(swiss, terms)).toEqual({ ok: true, value: '+41446681800' });
    expect(calledNumber('030 123456', { region: 'DE', callingCodes: ['41'] }).ok).toBe(false);
  });

  test('is of any country that shares a code which somebody has set', () => {
    const terms = { region: 'DE', callingCodes: ['1'] };
    for (const text of ['+1 202 456 1111', '+1 613 992 4793', '+1 876 555 1234']) {
      expect(calledNumber(text, terms).ok).toBe(true);
    }
    expect(calledNumber('+44 20 7946 0018', terms).ok).toBe(false);
  });

  test.each([
    ['US', '+1 876 555 1234'],
    ['GB', '+44 7624 123456'],
    ['RU', '+7 701 234 5678'],
  ])('is none of another country with the code of %s', (region, text) => {
    expect(calledNumber(text, { region }).ok).toBe(false);
    expect(calledNumber(text, { region, callingCodes: callingCodes({ region }) }).ok).toBe(true);
  });

  test.each(['0900 3 123456', '0137 123 4567', '0180 5 123456', '+49 11833', '+49 700 12345678'])(
    'is no service that costs whoever calls it, as %s',
    (text) => {
      const refusal = 'a number of a line or a mobile, which costs what calls there usually cost';
      expect(calledNumber(text, { region: 'DE' })).toEqual({ ok: false, refusal });
    },
  );

  test.each(['0151 11234567', '0800 123 4567', '(030) 12 34 56', '０３０ １２３４５６'])(
    'is a line or a mobile, however it is written: %s',
    (text) => {
      expect(calledNumber(text, { region: 'DE' }).ok).toBe(true);
    },
  );

  test.each(['call me', '123', '+49 30 123456 ext. 7'])('is none in %j', (text) => {
    expect(calledNumber(text, { region: 'DE' }).ok).toBe(false);
  });

  test('is nobody’s where the centre says neither its region nor whom it calls, or that it calls nobody', () => {
    expect(callingCodes({})).toEqual([]);
    expect(calledNumber('+49 30 123456', {}).ok).toBe(false);
    expect(calledNumber('+49 30 123456', { region: 'DE', callingCodes: [] }).ok).toBe(false);
  });
});
