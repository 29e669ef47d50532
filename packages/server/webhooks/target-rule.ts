import ipaddr from 'ipaddr.js';

/** Where a request would go: to one of the addresses that a host's name led to. */
export interface Target {
  /** Such as `https:`. */
  readonly protocol: string;
  /** As the URL has it. */
  readonly hostname: string;
  readonly address: string;
}

/** Whether webhooks may go there. */
export type Permits = (target: Target) => boolean;

/** Looks like a public address, and is how machines at one provider reach what runs them. */
const PROVIDER_ADDRESSES = new Set(['168.63.129.16']);

/** Of IPv6 only this part is given out to the world; what is outside, such as `::7f00:1`, is not. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * A rule that lets requests go to public addresses by https, and by http too to what is listed: host
 * names, addresses and networks such as `10.1.0.0/16` (`isPrivateHost`).
 */
export function targetRule(privateHosts: readonly string[]): Permits {
  const names = new Set(privateHosts.filter((host) => networkOf(host) === undefined).map(hostOf));
  const networks = privateHosts.flatMap((host) => networkOf(host) ?? []);
  return ({ protocol, hostname, address }) => {
    const isListed = names.has(hostOf(hostname)) || networks.some((each) => each.has(address));
    return isListed || (protocol === 'https:' && isPublicAddress(address));
  };
}

/** Whether a list of private hosts can hold this. */
export function isPrivateHost(text: string): boolean {
  if (networkOf(text) !== undefined) return true;
  // A name that ends in a number is no name: URLs read it as an address.
  return /^(?!-)[a-z0-9-]+(\.[a-z0-9-]+)*$/i.test(text) && !/(^|\.)(\d+|0x[0-9a-f]*)$/i.test(text);
}

/** Hosts are compared in this form: no brackets, no dot at the end, small letters. */
export function hostOf(hostname: string): string {
  return hostname
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '')
    .toLowerCase();
}

/**
 * Whether the address belongs to the public internet: no private, local, shared, multicast or
 * reserved one, in whichever form it is wrapped. IPv4 in IPv6 counts as what it holds; addresses that
 * would be translated on their way (NAT64, 6to4, Teredo) are none.
 */
function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text) || PROVIDER_ADDRESSES.has(ipaddr.process(text).toString()))
    return false;
  const address = ipaddr.process(text);
  if (address.range() !== 'unicast') return false;
  return address instanceof ipaddr.IPv4 || address.match(GLOBAL_UNICAST);
}

interface Network {
  readonly has: (address: string) => boolean;
}

/** Undefined when the text names no network and no single address. */
function networkOf(text: string): Network | undefined {
  // The library reads `0x7f.1` and `10.1` as addresses too; here a typing error is likelier.
  if (!/^(\d+\.\d+\.\d+\.\d+|[0-9a-f:.]*:[0-9a-f:.]*)(\/\d+)?$/i.test(text)) return undefined;
  const [base = '', bits] = text.split('/');
  if (!ipaddr.isValid(base)) return undefined;
  const address = ipaddr.parse(base);
  const length = address.kind() === 'ipv4' ? 32 : 128;
  const prefix = bits === undefined ? length : Number(bits);
  if (prefix > length) return undefined;
  return {
    has: (other) => {
      const asked = ipaddr.process(other);
      return asked.kind() === address.kind() && asked.match(address, prefix);
    },
  };
}
