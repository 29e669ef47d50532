/** How files of a kind begin. */
const BEGINNINGS: readonly (readonly [contentType: string, bytes: string, from?: number])[] = [
  ['image/png', '89504e470d0a1a0a'],
  ['image/jpeg', 'ffd8ff'],
  ['image/gif', '47494638'],
  ['image/webp', '57454250', 8],
  ['image/heic', '66747970686569', 4],
  ['application/pdf', '255044462d'],
  ['application/rtf', '7b5c727466'],
  // Office documents, old ones and those that are archives.
  ['application/msword', 'd0cf11e0a1b11ae1'],
];
const ZIP = '504b0304';
/** Names that an office document has in its archive, and what it then is. */
const OFFICE: readonly (readonly [contentType: string, name: string])[] = [
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'word/'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xl/'],
  ['application/vnd.openxmlformats-officedocument.presentationml.presentation', 'ppt/'],
  ['application/vnd.oasis.opendocument.text', 'application/vnd.oasis.opendocument.text'],
  [
    'application/vnd.oasis.opendocument.spreadsheet',
    'application/vnd.oasis.opendocument.spreadsheet',
  ],
];

/**
 * What a file is, by its bytes: whatever whoever sends it calls it. Undefined for all that is not
 * taken, so that pages, scripts and programs are not handed on as what they are.
 */
export function sniffContentType(content: Buffer): string | undefined {
  const begins = (bytes: string, from = 0): boolean =>
    content.subarray(from, from + bytes.length / 2).toString('hex') === bytes;
  const known = BEGINNINGS.find(([, bytes, from]) => begins(bytes, from));
  if (known !== undefined) return known[0];
  if (begins(ZIP)) return OFFICE.find(([, name]) => content.includes(name))?.[0];
  return isText(content) ? 'text/plain' : undefined;
}

/** UTF-8 without control characters, and no page or picture that a browser would run. */
function isText(content: Buffer): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    return (
      !/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/u.test(text) &&
      !/^\s*<(!|\?|html|svg|script)/iu.test(text)
    );
  } catch {
    return false;
  }
}
