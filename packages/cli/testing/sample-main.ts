import { runProcess } from '../run-process.ts';
import { SAMPLE_COMMANDS } from './sample-commands.ts';

// A whole process around the sample commands, for tests of signals, pipes and exit codes.
await runProcess({ version: '1.2.3', commands: SAMPLE_COMMANDS });
