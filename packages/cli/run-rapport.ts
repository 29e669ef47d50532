import { COMMANDS } from './commands.ts';
import manifest from './package.json' with { type: 'json' };
import { runProcess } from './run-process.ts';

await runProcess({ version: manifest.version, commands: COMMANDS });
