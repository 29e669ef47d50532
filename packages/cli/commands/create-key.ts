import { asId } from '@rapport/core';
import { type Scope, SCOPES } from '@rapport/protocol';
import {
  createApiKey,
  isAgent,
  openDatabase,
  readSettings,
  requireMigrated,
  type Tables,
} from '@rapport/server';
import { type CliCommand, UsageError } from '../cli-command.ts';

/** `rapport create-key`: makes a key for a program that calls the API. */
export const createKeyCommand: CliCommand = {
  name: 'create-key',
  summary: 'Makes a key for the API and shows its secret, this once.',
  arguments: [{ name: 'NAME', summary: 'What the key is for.', isRequired: true }],
  options: {
    scopes: {
      kind: 'text',
      summary: `What it may do, with commas between: ${SCOPES.join(', ')}; or all.`,
      valueName: 'SCOPES',
      isRequired: true,
    },
    agent: {
      kind: 'text',
      summary: 'The agent as whom it acts, where it serves work.',
      valueName: 'ID',
    },
  },
  async run({ arguments: { NAME: name = '' }, options, isJson }, world) {
    const scopes = scopesOf(String(options['scopes']));
    const agent = options['agent'];
    const settings = readSettings(world.environment);
    await using database = await openDatabase<Tables>(settings, {
      applicationName: 'rapport create-key',
      mayCreate: false,
    });
    await requireMigrated(database.kysely);
    if (typeof agent === 'string' && !(await isAgent(database.kysely, settings.centre, agent))) {
      throw new UsageError(`The centre ${settings.centre} has no agent '${agent}'.`);
    }
    const { id, secret } = await createApiKey(database.kysely, {
      centre: settings.centre,
      name,
      scopes,
      ...(typeof agent === 'string' && { agentId: asId<'agent'>(agent) }),
    });
    // Of all scopes it is one among many; named, somebody means to use it.
    if (agent === undefined && options['scopes'] !== 'all' && scopes.includes('work:serve')) {
      world.err(
        'rapport: Without --agent this key serves no work: work:serve allows it nothing.\n',
      );
    }
    world.out(
      isJson
        ? `${JSON.stringify({ id, secret })}\n`
        : `${secret}\n\nKeep it: it can be read nowhere again. To end it: rapport revoke-key ${id}\n`,
    );
    return 0;
  },
};

function scopesOf(text: string): readonly Scope[] {
  if (text === 'all') return SCOPES;
  return text.split(',').map((word) => {
    const scope = SCOPES.find((known) => known === word.trim());
    if (scope !== undefined) return scope;
    throw new UsageError(`There is no scope '${word}'; there are: ${SCOPES.join(', ')}.`);
  });
}
