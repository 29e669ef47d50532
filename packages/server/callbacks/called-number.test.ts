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

  test.each(['call me', '123', '+49 30 123456 ext. 7'])('is none in %j', (text) => {
    expect(calledNumber(text, { region: 'DE' }).ok).toBe(false);
  });

  test('is nobody’s where the centre says neither its region nor whom it calls, or that it calls nobody', () => {
    expect(callingCodes({})).toEqual([]);
    expect(calledNumber('+49 30 123456', {}).ok).toBe(false);
    expect(calledNumber('+49 30 123456', { region: 'DE', callingCodes: [] }).ok).toBe(false);
  });
});
