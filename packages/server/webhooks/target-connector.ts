import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { hostOf, type Permits } from './target-rule.ts';

/** Every address that a host's name leads to. */
export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>;

/** Asks the system, and so knows `/etc/hosts` too. */
export const systemResolve: Resolve = (hostname) => lookup(hostname, { all: true });

/** The rule does not let webhooks go there. Not retryable unless names or settings change. */
export class TargetRefused extends Error {
  override readonly name = 'TargetRefused';
  readonly code = 'address-refused';

  constructor() {
    super('webhooks may not go to this address');
  }
}

/**
 * Every address of a URL's host, each of which the rule permits.
 *
 * @throws {TargetRefused} it does not permit one of them. And what `resolve` throws.
 */
export async function permittedAddresses(
  { protocol, hostname }: { readonly protocol: string; readonly hostname: string },
  { permits, resolve }: { readonly permits: Permits; readonly resolve: Resolve },
): Promise<readonly LookupAddress[]> {
  const host = hostOf(hostname);
  const family = isIP(host);
  const addresses = family === 0 ? await resolve(host) : [{ address: host, family }];
  const isPermitted = ({ address }: LookupAddress) => permits({ protocol, hostname, address });
  // One bad address spoils the name: which of them is taken is up to whoever connects.
  if (addresses.length === 0 || !addresses.every(isPermitted)) throw new TargetRefused();
  return addresses;
}

/**
 * Opens connections to permitted addresses alone. The name is looked up once a connection, and the
 * connection goes to what was checked: a name that leads elsewhere a moment later changes nothing.
 */
export function targetConnector(rules: {
  readonly permits: Permits;
  readonly resolve: Resolve;
}): buildConnector.connector {
  return (options, callback) => {
    permittedAddresses(options, rules).then(
      (addresses) =>
        buildConnector({ allowH2: false, lookup: pinnedTo(addresses) })(options, callback),
      (error: unknown) => callback(error instanceof Error ? error : new TargetRefused(), null),
    );
  };
}

function pinnedTo(addresses: readonly LookupAddress[]): LookupFunction {
  const [first] = addresses;
  return (_hostname, { all }, callback) => {
    if (all === true || first === undefined) callback(null, [...addresses]);
    else callback(null, first.address, first.family);
  };
}
