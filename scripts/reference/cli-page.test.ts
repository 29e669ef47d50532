import { expect, test } from 'vitest';
import { SAMPLE_COMMANDS } from '../../packages/cli/testing/sample-commands.ts';
import { cliPage } from './cli-page.ts';

test('the page of the command line shows how each command is called', () => {
  const page = cliPage(SAMPLE_COMMANDS);
  expect(page).toContain('| [replay](#rapport-replay) | Plays a recorded day to the desk. |');
  expect(page).toContain('rapport replay FILE [REPORT] --format FORMAT [OPTION …]');
  expect(page).toContain('| `REPORT` | Where the report goes. Optional. |');
  expect(page).toContain(
    '| `--format FORMAT` | How the file is written. One of `call-log`, `mail`. Required. |',
  );
});
