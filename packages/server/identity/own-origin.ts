import type { IncomingHttpHeaders } from 'node:http';

export type Whence = 'own' | 'foreign' | 'unknown';

/**
 * Says whence a browser sends a request, by the headers that no page can forge: from our own pages,
 * from another site's, or unknown where it says nothing. Without a public address, our own is the one
 * that was called.
 */
export function whenceOf(headers: IncomingHttpHeaders, publicUrl: string | undefined): Whence {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return 'foreign';
  const { origin } = headers;
  if (origin === undefined) return site === undefined ? 'unknown' : 'own';
  if (!URL.canParse(origin)) return 'foreign';
  const isOwn =
    publicUrl === undefined
      ? new URL(origin).host === headers.host
      : new URL(origin).origin === new URL(publicUrl).origin;
  return isOwn ? 'own' : 'foreign';
}
