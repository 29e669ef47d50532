import type { InspectedFile } from '../inspect-file.ts';
import { decoded } from '../read-records.ts';

/** Whether a file begins as calendars do; whatever else begins so is none that can be imported. */
export async function isCalendar({ path, encoding }: InspectedFile): Promise<boolean> {
  for await (const text of decoded(path, encoding)) {
    return /^\s*BEGIN:[A-Z-]+\s/i.test(text);
  }
  return false;
}
