/** The colours of the screens, as far as visitors meet them; nothing else here names a colour. */
const LIGHT = `
  color-scheme: light;
  --bg: #fff; --bg-app: #f4f4f2; --bg-sub: #fafaf9; --bg-hover: #f1f1ee;
  --line: #e5e4e0; --line-2: #cfcec8; --tx: #1c1d21; --tx-2: #55575f; --tx-3: #686a72;
  --acc: #2a5bd7; --acc-tx: #2450c0; --on-acc: #fff;
  --ok: #0b7a5f; --soon: #9a5b00; --soon-bg: #fdf1dc; --late: #9c0d38; --late-bg: #fbe8ed;
  --info-bg: #eaf0fd; --said-bg: #eef2fb; --track: #e0dfda;
  --float: 0 16px 48px rgb(20 20 40 / 18%), 0 2px 6px rgb(20 20 40 / 8%);`;

const DARK = `
  color-scheme: dark;
  --bg: #17181b; --bg-app: #0f1012; --bg-sub: #1b1c20; --bg-hover: #212328;
  --line: #292b31; --line-2: #3d4048; --tx: #ecedf0; --tx-2: #b0b3bb; --tx-3: #93969f;
  --acc: #3d6ee8; --acc-tx: #8fb0ff; --on-acc: #fff;
  --ok: #4cc5a0; --soon: #f0b24a; --soon-bg: #33280f; --late: #ff8a7a; --late-bg: #3a1d1a;
  --info-bg: #1a2440; --said-bg: #1c2438; --track: #292b31;
  --float: 0 0 0 1px #292b31, 0 16px 48px rgb(0 0 0 / 50%);`;

/** The colours for `root`: the visitor's own scheme, unless `data-scheme` says which. */
export function tokensOf(root: string, withScheme: (scheme: string) => string): string {
  return `${root} {${LIGHT}}
    @media (prefers-color-scheme: dark) { ${root} {${DARK}} }
    ${withScheme('light')} {${LIGHT}}
    ${withScheme('dark')} {${DARK}}`;
}

const COLOUR = /^#[0-9a-f]{6}$/i;

/** Lets what is to be done stand out in the colour of whoever embeds it, where that is one. */
export function setColour(root: HTMLElement, colour: string | undefined): void {
  if (colour === undefined || !COLOUR.test(colour)) return;
  root.style.setProperty('--acc', colour);
  root.style.setProperty('--on-acc', textUpon(colour));
}

/** What can be read upon a colour such as `#2a5bd7`: white or black, whichever stands out more. */
function textUpon(colour: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  );
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  // The contrast with white against that with black, by WCAG 2.
  return 1.05 / (luminance + 0.05) >= (luminance + 0.05) / 0.05 ? '#fff' : '#000';
}

function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}
