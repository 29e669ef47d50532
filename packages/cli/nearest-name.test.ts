import { describe, expect, test } from 'vitest';
import { nearestName } from './nearest-name.ts';

const names = ['audit', 'backup', 'doctor', 'rebuild', 'replay', 'restore', 'start'];

describe('nearestName', () => {
  test.each([
    ['reply', 'replay'],
    ['repaly', 'replay'],
    ['bakcup', 'backup'],
    ['Doctor', 'doctor'],
    ['docter', 'doctor'],
    ['reb', 'rebuild'],
    ['sart', 'start'],
  ])('takes %s for %s', (typed, meant) => {
    expect(nearestName(typed, names)).toBe(meant);
  });

  test.each(['', 're', 'explain', 'xyz', 'zz'])('takes %j for nothing', (typed) => {
    expect(nearestName(typed, names)).toBeUndefined();
  });

  test('on a tie suggests the first', () => {
    expect(nearestName('cold', ['bold', 'gold'])).toBe('bold');
  });
});
