/**
 * Says in one line what went wrong: the error's message, then its causes' as far as they add to it.
 *
 * An error without a message (Node's refused connection to several addresses) gives its code.
 */
export function describeFault(error: unknown): string {
  const parts: string[] = [];
  const seen = new Set<unknown>();
  for (let at = error; at !== undefined && at !== null && !seen.has(at); at = causeOf(at)) {
    seen.add(at);
    const text = textOf(at);
    if (!parts.some((part) => part.includes(text))) parts.push(text);
  }
  return oneLine(parts.join(': '));
}

/** Puts any text on one line: control characters would let it forge another one. */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

function causeOf(error: unknown): unknown {
  return error instanceof Error ? error.cause : undefined;
}

function textOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error === 'string' ? error : 'an unknown fault';
  if (error.message !== '') return error.message;
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
