/**
 * A language as it is written where the reader is: with the region that the browser names for it, else
 * with the first region that it names for any language. So English in Zurich has the day before the
 * month, and 24 hours.
 */
export function localeOf(language: string, wished: readonly string[]): string {
  const locales = wished.flatMap((tag) => {
    try {
      return [new Intl.Locale(tag)];
    } catch {
      // What is no language tag says nothing.
      return [];
    }
  });
  const withRegion = locales.filter(({ region }) => region !== undefined);
  const own = withRegion.find((locale) => locale.language === language);
  const region = (own ?? withRegion[0])?.region;
  return region === undefined ? language : new Intl.Locale(language, { region }).toString();
}
