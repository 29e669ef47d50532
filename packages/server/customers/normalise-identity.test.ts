import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normaliseIdentity } from './normalise-identity.ts';

const read = (kind: 'email' | 'phone' | 'handle', value: string, region?: string) => {
  const known = normaliseIdentity({ kind, value }, region);
  return known.ok ? known.value.piiValue : undefined;
};

describe('e-mail', () => {
  test.each([
    [' Ann.Lee@Example.ORG ', 'ann.lee@example.org'],
    ['ann+bills@example.org', 'ann+bills@example.org'],
    ['ann@bücher.example', 'ann@xn--bcher-kva.example'],
    ['ann@BU\u0308CHER.example.', 'ann@xn--bcher-kva.example'],
    ['JO\u0308RG@example.org', 'jörg@example.org'],
    ["o'neil@example.org", "o'neil@example.org"],
  ])('%j is %s', (value, expected) => {
    expect(read('email', value)).toBe(expected);
  });

  test.each([
    ...['', 'ann', '@example.org', 'ann@', 'ann@example', 'ann@@example.org', 'a b@example.org'],
    ...[
      'a@b@example.org',
      'ann@exa mple.org',
      'ann@-x.org',
      'ann@1.2.3.4',
      'ann@[::1]',
      'a"@x.org',
    ],
    ...['Ann <ann@example.org>', 'a\u200b@example.org', `${'x'.repeat(65)}@example.org`],
    ...[`a@${'x'.repeat(60)}.${'y'.repeat(260)}.org`, 'ann@example.org, bea@example.org'],
  ])('%j is none', (value) => {
    expect(read('email', value)).toBeUndefined();
  });
});

describe('a telephone number', () => {
  test.each([
    ['+49 30 123456', undefined, '+4930123456'],
    ['+49 (0)30 / 12 34-56', undefined, '+4930123456'],
    ['030 123456', 'DE', '+4930123456'],
    ['0044 20 7946 0958', 'DE', '+442079460958'],
    ['+1 202 555 0143', 'DE', '+12025550143'],
    ['(202) 555-0143', 'US', '+12025550143'],
  ])('%j with the region %s is %s', (value, region, expected) => {
    expect(read('phone', value, region)).toBe(expected);
  });

  test.each([
    ['030 123456', undefined],
    ['030 123456', 'XX'],
    ['12', 'DE'],
    ['+49 30 123456 ext. 12', undefined],
    ['call +49 30 123456', undefined],
    ['+999 123456', undefined],
    ['', 'DE'],
  ])('%j with the region %s is none', (value, region) => {
    expect(read('phone', value, region)).toBeUndefined();
  });

  test('has its own region before that of the centre', () => {
    const identity = { kind: 'phone', value: '020 7946 0958', region: 'GB' } as const;
    expect(normaliseIdentity(identity, 'DE')).toMatchObject({
      value: { piiValue: '+442079460958' },
    });
  });
});

describe('a handle', () => {
  test.each([
    [' WhatsApp: 4930123456 ', 'whatsapp:4930123456'],
    ['matrix:@Ann:example.org', 'matrix:@Ann:example.org'],
  ])('%j is %s', (value, expected) => {
    expect(read('handle', value)).toBe(expected);
  });

  test.each([
    '',
    'ann',
    ':ann',
    'whatsapp:',
    'whatsapp: ',
    'a b:ann',
    'x:a\nb',
    `x:${'y'.repeat(151)}`,
  ])('%j is none', (value) => {
    expect(read('handle', value)).toBeUndefined();
  });
});

describe('whatever is read', () => {
  const domain = fc.constantFrom('example.org', 'Example.Org', 'bücher.example', 'ex-1.co.uk');
  const written = fc.oneof(
    fc.record({
      kind: fc.constant('email' as const),
      value: fc
        .tuple(fc.string({ unit: 'grapheme', maxLength: 20 }), domain)
        .map(([local, place]) => `${local}@${place}`),
    }),
    fc.record({ kind: fc.constant('email' as const), value: fc.emailAddress() }),
    fc.record({
      kind: fc.constant('phone' as const),
      value: fc.stringMatching(/^\+?[0-9 ()/-]{0,20}$/),
    }),
    fc.record({
      kind: fc.constant('handle' as const),
      value: fc
        .tuple(fc.constantFrom('x', 'WhatsApp', 'a b'), fc.string({ unit: 'binary' }))
        .map((pair) => pair.join(':')),
    }),
    fc.record({
      kind: fc.constantFrom('email' as const, 'phone' as const, 'handle' as const),
      value: fc.string({ unit: 'binary' }),
    }),
  );

  test('comes back unchanged when it is read again, whatever the region, and can be kept', () => {
    fc.assert(
      fc.property(written, ({ kind, value }) => {
        const known = read(kind, value, 'DE');
        if (known === undefined) return;
        expect(read(kind, known)).toBe(known);
        expect(known.isWellFormed() && !/[\p{Cc}\p{Z}]/u.test(known.replaceAll(' ', ''))).toBe(
          true,
        );
        expect(known).toBe(known.normalize('NFC'));
      }),
      { numRuns: 2_000 },
    );
  });

  test('is the same however its case, its form and the space around it are', () => {
    fc.assert(
      fc.property(fc.emailAddress(), fc.constantFrom(' ', '\t', ''), (address, space) => {
        const known = read('email', address);
        expect(read('email', `${space}${address.toUpperCase().normalize('NFD')}${space}`)).toBe(
          known,
        );
      }),
    );
  });
});
