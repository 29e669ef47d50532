/** What a new password was expected to be and is not, or undefined where it will do. */
export function passwordFault(
  password: string,
  { email, name }: { readonly email: string; readonly name: string },
): string | undefined {
  const folded = fold(password);
  const [local = ''] = email.split('@');
  const known = [email, local, name].map(fold);
  const isKnown = known.includes(folded);
  return isKnown ? 'something other than the e-mail address or the name' : undefined;
}

/** Case, spaces and points make no secret of what everybody knows. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s._-]/g, '');
}
