import { parseArgs } from 'node:util';
import { type CliCall, type CliCommand, type CliOption, UsageError } from './cli-command.ts';
import { nearestName } from './nearest-name.ts';

type Token = NonNullable<ReturnType<typeof parseArgs>['tokens']>[number];
type OptionToken = Extract<Token, { kind: 'option' }>;

/** The options that every command has; `rapport COMMAND --help` lists them last. */
export const COMMON_OPTIONS: Readonly<Record<string, CliOption>> = {
  json: { kind: 'flag', summary: 'Writes machine-readable JSON, and nothing else, to stdout.' },
  help: { kind: 'flag', summary: 'Shows this help; -h for short.' },
};

/**
 * Reads what was typed after the command's name: a call that keeps every promise of the command's
 * description, or `help` when that was asked for, whatever else was typed.
 *
 * @throws {UsageError} naming the one thing that is wrong, and what was probably meant.
 */
export function parseCall(command: CliCommand, argv: readonly string[]): CliCall | 'help' {
  const known = { ...command.options, ...COMMON_OPTIONS };
  const tokens = tokensOf(argv, known);
  const typedOptions = tokens.filter((token) => token.kind === 'option');
  if (typedOptions.some((token) => token.name === 'help')) return 'help';

  const options: Record<string, string | true> = {};
  for (const token of typedOptions) {
    const option = optionOf(token, known);
    if (option.kind === 'text' && Object.hasOwn(options, token.name)) {
      throw new UsageError(`${token.rawName} is given twice.`);
    }
    options[token.name] = option.kind === 'flag' ? flagOf(token) : textOf(token, option);
  }
  requireOptions(command, options);
  const { json, ...own } = options;
  return { arguments: argumentsOf(command, tokens), options: own, isJson: json !== undefined };
}

/**
 * Lets `parseArgs` split the words, but not judge them: its own messages explain Node's rules
 * over several sentences and never say what was probably meant.
 */
function tokensOf(argv: readonly string[], known: Readonly<Record<string, CliOption>>) {
  const options: Record<string, { type: 'string' | 'boolean'; short?: string }> = {};
  for (const [name, { kind }] of Object.entries(known)) {
    options[name] = { type: kind === 'text' ? 'string' : 'boolean' };
  }
  options['help'] = { type: 'boolean', short: 'h' };
  return parseArgs({
    args: [...argv],
    options,
    strict: false,
    tokens: true,
    allowPositionals: true,
  }).tokens;
}

function optionOf(token: OptionToken, known: Readonly<Record<string, CliOption>>): CliOption {
  const option = Object.hasOwn(known, token.name) ? known[token.name] : undefined;
  if (option !== undefined) return option;
  const nearest = nearestName(token.name, Object.keys(known));
  const suggestion = nearest === undefined ? '' : ` Did you mean '--${nearest}'?`;
  throw new UsageError(`Unknown option '${token.rawName}'.${suggestion}`);
}

function flagOf(token: OptionToken): true {
  if (token.value === undefined) return true;
  throw new UsageError(`${token.rawName} takes no value; leave out '=${token.value}'.`);
}

function textOf(token: OptionToken, option: CliOption): string {
  const { rawName, value, inlineValue } = token;
  // A following option is more likely a forgotten value than a value that begins with a dash.
  const isNextOption = inlineValue !== true && value !== undefined && /^-./.test(value);
  if (value === undefined || value === '' || isNextOption) {
    const hint = isNextOption ? ` If '${value}' is the value, write ${rawName}=${value}.` : '';
    throw new UsageError(`${rawName} needs a value: ${valueForm(option)}.${hint}`);
  }
  if (option.choices === undefined || option.choices.includes(value)) return value;
  const nearest = nearestName(value, option.choices);
  const suggestion = nearest === undefined ? '' : ` Did you mean '${nearest}'?`;
  throw new UsageError(`${rawName} cannot be '${value}'; it is ${valueForm(option)}.${suggestion}`);
}

function valueForm({ choices, valueName }: CliOption): string {
  return choices === undefined ? (valueName ?? 'VALUE') : choices.join(' or ');
}

function requireOptions(command: CliCommand, options: Readonly<Record<string, unknown>>): void {
  for (const [name, option] of Object.entries(command.options)) {
    if (option.isRequired !== true || Object.hasOwn(options, name)) continue;
    throw new UsageError(`rapport ${command.name} needs --${name} ${valueForm(option)}.`);
  }
}

function argumentsOf(command: CliCommand, tokens: readonly Token[]): Record<string, string> {
  const typed = tokens.filter((token) => token.kind === 'positional').map(({ value }) => value);
  const given: Record<string, string> = {};
  for (const [position, { name, isRequired }] of command.arguments.entries()) {
    const value = typed[position];
    if (value !== undefined && value !== '') given[name] = value;
    else if (isRequired) throw new UsageError(`rapport ${command.name} needs ${name}.`);
  }
  const excess = typed[command.arguments.length];
  if (excess === undefined) return given;
  throw new UsageError(`'${excess}' is one argument too many for rapport ${command.name}.`);
}
