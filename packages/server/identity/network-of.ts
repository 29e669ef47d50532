import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/**
 * For whom an address stands when requests and tries are counted: itself, and of IPv6 the network of 64
 * bits, because whoever has one address there has all of them.
 */
export function networkOf(address: string): string {
  // What a trusted proxy passes on may be anything.
  if (isIP(address) === 0) return 'unknown';
  const parsed = ipaddr.process(address);
  if (!(parsed instanceof ipaddr.IPv6)) return parsed.toString();
  return `${parsed.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':')}::/64`;
}
