import type { CliCommand } from '../../packages/cli/cli-command.ts';
import { optionForm, usageLine } from '../../packages/cli/help-text.ts';
import { code, table } from './markdown.ts';

/** The page of the command line. */
export function cliPage(commands: readonly CliCommand[]): string {
  const overview = commands.map(({ name, summary }) => [`[${name}](#rapport-${name})`, summary]);
  return [
    '# Command line',
    '',
    'From the repository, `npx rapport COMMAND`, or `npm run -s rapport -- COMMAND`. Every command',
    'has `--help`, and `--json` for machine-readable output and nothing else on standard output.',
    'Progress and errors go to standard error. This page is made by `npm run docs` from the',
    'commands themselves.',
    '',
    ...table(['Command', 'Meaning'], overview),
    '## Exit codes',
    '',
    ...table(
      ['Code', 'Meaning'],
      [
        ['0', 'Success.'],
        ['1', 'Failure: one line on standard error says why; `RAPPORT_DEBUG=1` adds where.'],
        ['2', 'Usage: what was typed is wrong; one line says what, and what was probably meant.'],
        ['130', 'Interrupted. The first Ctrl-C ends the work in good order, a second one at once.'],
        ['141', 'Nobody reads the output any more, as after `rapport … | head`.'],
      ],
    ),
    ...commands.flatMap(commandSection),
  ].join('\n');
}

function commandSection(command: CliCommand): readonly string[] {
  const options = Object.entries(command.options).map(([name, option]) => [
    code(optionForm(name, option)),
    option.summary +
      (option.choices === undefined
        ? ''
        : ` ${option.choices.length === 1 ? 'Only' : 'One of'} ${option.choices.map(code).join(', ')}.`) +
      (option.isRequired === true ? ' Required.' : ''),
  ]);
  const words = command.arguments.map(({ name, summary, isRequired }) => [
    code(name),
    isRequired ? summary : `${summary} Optional.`,
  ]);
  return [
    `## rapport ${command.name}`,
    '',
    command.summary,
    '',
    '```text',
    usageLine(command),
    '```',
    '',
    ...table(['Argument', 'Meaning'], words),
    ...table(['Option', 'Meaning'], options),
  ];
}
