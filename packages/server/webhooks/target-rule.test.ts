import { describe, expect, test } from 'vitest';
import { isPrivateHost, targetRule } from './target-rule.ts';

const toPublic = targetRule([]);
const permits = (permit: typeof toPublic, url: string, address?: string) => {
  const { protocol, hostname } = new URL(url);
  return permit({ protocol, hostname, address: address ?? hostname.replace(/^\[|\]$/g, '') });
};

describe('without private hosts webhooks may', () => {
  test.each([
    'https://1.1.1.1',
    'https://93.184.216.34:8443/hook?key=1',
    'https://[2606:4700:4700::1111]',
    // IPv4 in IPv6 counts as what it holds.
    'https://[::ffff:1.1.1.1]',
  ])('go to %s', (url) => {
    expect(permits(toPublic, url)).toBe(true);
  });

  test.each([
    // Without TLS.
    'http://1.1.1.1',
    // This machine, in every spelling that a URL may have.
    'https://127.0.0.1',
    'https://127.0.0.1.',
    'https://127.1',
    'https://2130706433',
    'https://0x7f000001',
    'https://0x7f.0.0.1',
    'https://0177.0.0.1',
    'https://017700000001',
    'https://127.0.0.53',
    'https://%31%32%37.0.0.1',
    'https://①②⑦.0.0.1',
    'https://0',
    'https://0.0.0.0',
    'https://[::1]',
    'https://[::]',
    'https://[0:0:0:0:0:0:0:1]',
    'https://[::ffff:127.0.0.1]',
    'https://[::ffff:7f00:1]',
    'https://[::ffff:0:127.0.0.1]',
    'https://[::127.0.0.1]',
    'https://[::7f00:1]',
    // Translated on the way.
    'https://[64:ff9b::127.0.0.1]',
    'https://[64:ff9b:1::7f00:1]',
    'https://[2002:7f00:1::]',
    'https://[2001:0:7f00:1::]',
    // Private networks.
    'https://10.0.0.1',
    'https://172.16.0.1',
    'https://172.31.255.255',
    'https://192.168.1.1',
    'https://[fc00::1]',
    'https://[fd12:3456::1]',
    'https://[fec0::1]',
    // Shared, link-local, and where clouds keep their metadata.
    'https://100.64.0.1',
    'https://100.100.100.200',
    'https://169.254.169.254',
    'https://0xa9fea9fe',
    'https://[::ffff:169.254.169.254]',
    'https://[fd00:ec2::254]',
    'https://[fe80::1]',
    'https://168.63.129.16',
    'https://192.0.0.192',
    // For tests, for documents, for many, or for nobody.
    'https://192.0.2.1',
    'https://198.18.0.1',
    'https://198.51.100.1',
    'https://203.0.113.1',
    'https://224.0.0.1',
    'https://240.0.0.1',
    'https://255.255.255.255',
    'https://[ff02::1]',
    'https://[2001:db8::1]',
    'https://[100::1]',
    'https://[4000::1]',
  ])('not go to %s', (url) => {
    expect(permits(toPublic, url)).toBe(false);
  });

  test.each(['127.0.0.1', '::1', 'fe80::1%eth0', '::ffff:10.0.0.1', 'nonsense', ''])(
    'not go to a name that leads to %j',
    (address) => {
      expect(permits(toPublic, 'https://example.com', address)).toBe(false);
      expect(permits(toPublic, 'https://example.com', '1.1.1.1')).toBe(true);
    },
  );
});

describe('what is listed is permitted, by http too', () => {
  const listed = targetRule(['CRM.internal', '10.1.0.0/16', '127.0.0.1', 'fd00::/8']);

  test.each([
    ['http://crm.internal/hook', '192.168.7.7'],
    ['https://crm.internal./hook', '127.0.0.9'],
    ['http://10.1.2.3', undefined],
    ['http://elsewhere.example', '10.1.2.3'],
    ['http://elsewhere.example', '::ffff:10.1.2.3'],
    ['http://127.1:8080', undefined],
    ['https://[fd12::1]', undefined],
  ])('%s at %s', (url, address) => {
    expect(permits(listed, url, address)).toBe(true);
  });

  test.each([
    ['http://evil.crm.internal', '192.168.7.7'],
    ['https://crm.internal.example', '192.168.7.7'],
    ['https://10.2.0.1', undefined],
    ['https://127.0.0.2', undefined],
    ['https://169.254.169.254', undefined],
    ['http://elsewhere.example', '1.1.1.1'],
  ])('but not %s at %s', (url, address) => {
    expect(permits(listed, url, address)).toBe(false);
  });
});

test.each([
  ['crm.internal', true],
  ['localhost', true],
  ['10.1.0.0/16', true],
  ['10.1.2.3', true],
  ['fd00::/8', true],
  ['::1', true],
  ['', false],
  ['10.1', false],
  ['10.1.0.0/33', false],
  ['0x7f000001', false],
  ['256.1.1.1', false],
  ['2130706433', false],
  ['http://crm.internal', false],
  ['crm.internal:80', false],
  ['-crm', false],
  ['*', false],
])('a list of private hosts can hold %j: %s', (text, isOne) => {
  expect(isPrivateHost(text)).toBe(isOne);
});
