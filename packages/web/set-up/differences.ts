import { dayName, type OpenHours } from './week.ts';

/** A field of a setting that a change touched, before and after, as text; absent where there was none. */
export interface Difference {
  readonly field: string;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

type State = Readonly<Record<string, unknown>>;

/** What differs between two states, field by field, in the order of the fields. */
export function differences(
  before: State | undefined,
  after: State | undefined,
  language: string,
): readonly Difference[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return fields.flatMap((field) => {
    const [was, is] = [before, after].map((state) => textOf(field, state?.[field], language));
    return was === is ? [] : [{ field, before: was, after: is }];
  });
}

/** A value as text; undefined where there is nothing to say of it. */
function textOf(field: string, value: unknown, language: string): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (field === 'days') return weekText(value as readonly (readonly OpenHours[])[], language);
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => textOf('', item, language) ?? '');
    return items.length === 0 ? undefined : items.join(', ');
  }
  if (typeof value === 'object') {
    const entries = Object.values(value).map((part: unknown) => textOf('', part, language));
    return entries.filter((part) => part !== undefined).join(' ');
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function weekText(days: readonly (readonly OpenHours[])[], language: string): string {
  return days
    .flatMap((hours, day) =>
      hours.length === 0
        ? []
        : [
            `${dayName(day, language)} ${hours.map(({ from, until }) => `${from}–${until}`).join(', ')}`,
          ],
    )
    .join('; ');
}
