/** Whether this is a name of the IANA's for a time zone. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    // The only thing that it complains about here.
    return false;
  }
}
