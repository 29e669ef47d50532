/**
 * Whether somebody speaks a language: his browser is set to it, or one of his skills is its tag or its name
 * in any of these languages, in its own or in English.
 */
export function isSpokenBy(
  language: string,
  { skills, browser }: { readonly skills: readonly string[]; readonly browser: readonly string[] },
): boolean {
  const base = baseOf(language);
  if (browser.some((tag) => baseOf(tag) === base)) return true;
  const called = new Set(
    ['en', base, ...browser].map((inWords) => languageName(base, inWords).toLowerCase()),
  );
  return skills.some((skill) => {
    const name = skill.toLowerCase();
    return name === base || name === language.toLowerCase() || called.has(name);
  });
}

/** What a language is called in another one. */
export function languageName(language: string, inLanguage: string): string {
  try {
    const names = new Intl.DisplayNames(inLanguage, { type: 'language', fallback: 'code' });
    return names.of(language) ?? language;
  } catch {
    // No such tag: it is told as it was written.
    return language;
  }
}

function baseOf(tag: string): string {
  return tag.toLowerCase().split('-', 1)[0] ?? tag;
}
