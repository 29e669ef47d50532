import { parseArgs } from 'node:util';

/** What `npm start` was asked for. */
export type StartRequest =
  | { readonly kind: 'help' }
  | { readonly kind: 'product'; readonly port: number | undefined }
  | {
      readonly kind: 'demo';
      readonly port: number | undefined;
      readonly isFresh: boolean;
      readonly speed: number;
    };

/** What was typed makes no sense; the message says what would. */
export class StartMisspelt extends Error {
  override readonly name = 'StartMisspelt';
}

const SPEED_MAX = 50;
const PORT_MAX = 65_535;

export const USAGE = `npm start                       opens the demo centre: a company, its past, and people who work
npm start -- --fresh            throws away what the demo kept, and begins anew
npm start -- --port 7400        listens there; 7300 when left out
npm start -- --speed 5          customers and colleagues are 5 times as quick; 1 to ${SPEED_MAX}
npm start -- --no-demo          opens the empty product, with the settings of the environment
`;

/**
 * Reads what stands behind `npm start --`.
 *
 * @throws {StartMisspelt} something there is unknown, out of range, or does not go together.
 */
export function startRequest(argv: readonly string[]): StartRequest {
  const { values } = parsed(argv);
  if (values.help === true) return { kind: 'help' };
  const port = wholeNumber('port', values.port, { min: 0, max: PORT_MAX });
  const speed = wholeNumber('speed', values.speed, { min: 1, max: SPEED_MAX });
  const isFresh = values.fresh === true;
  if (values['no-demo'] !== true) return { kind: 'demo', port, isFresh, speed: speed ?? 1 };
  if (isFresh) throw new StartMisspelt('--fresh is for the demo; it does not go with --no-demo.');
  if (speed !== undefined) {
    throw new StartMisspelt('--speed is for the demo; it does not go with --no-demo.');
  }
  return { kind: 'product', port };
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        fresh: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        'no-demo': { type: 'boolean' },
        port: { type: 'string' },
        speed: { type: 'string' },
      },
    });
  } catch (error) {
    const [said = ''] = (error instanceof Error ? error.message : String(error)).split('. ');
    throw new StartMisspelt(`${said}. There are:\n${USAGE}`, { cause: error });
  }
}

function wholeNumber(
  name: string,
  text: string | undefined,
  { min, max }: { readonly min: number; readonly max: number },
): number | undefined {
  if (text === undefined) return undefined;
  const value = /^\d{1,5}$/u.test(text) ? Number(text) : NaN;
  if (value >= min && value <= max) return value;
  throw new StartMisspelt(`--${name} is a whole number from ${min} to ${max}, not '${text}'.`);
}
