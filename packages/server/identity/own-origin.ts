import type { IncomingHttpHeaders } from 'node:http';

export type Whence = 'own' | 'foreign' | 'unknown';

/** A request, as far as it tells what was called. */
export interface Called {
  readonly headers: IncomingHttpHeaders;
  /** `http` or `https`, as a proxy says that is trusted. */
  readonly protocol: string;
}

/**
 * Says whence a browser sends a request, by the headers that no page can forge: from our own pages,
 * from another site's, or unknown where it says nothing. Without a public address, our own is the one
 * that was called.
 */
export function whenceOf({ headers, protocol }: Called, publicUrl: string | undefined): Whence {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return 'foreign';
  const { origin } = headers;
  if (origin === undefined) return site === undefined ? 'unknown' : 'own';
  if (!URL.canParse(origin)) return 'foreign';
  if (publicUrl !== undefined) return own(new URL(origin).origin === new URL(publicUrl).origin);
  const { host, protocol: scheme } = new URL(origin);
  // A browser that says itself that it is the same origin knows the scheme better than we do, behind
  // a proxy that nobody has named.
  return own(host === headers.host && (site === 'same-origin' || scheme === `${protocol}:`));
}

function own(isOwn: boolean): Whence {
  return isOwn ? 'own' : 'foreign';
}
