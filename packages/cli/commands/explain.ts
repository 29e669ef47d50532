import { EXPLANATION_LANGUAGES, explanationText } from '@rapport/protocol';
import {
  explainItem,
  explanationTerms,
  openCentreSettings,
  openDatabase,
  promisedBy,
  readSettings,
  requireMigrated,
  type Tables,
  withoutReasons,
} from '@rapport/server';
import { type CliCommand, UsageError } from '../cli-command.ts';

const AUDIENCES = ['agent', 'customer'] as const;

/** `rapport explain`: why an item is, or was, where it is. */
export const explainCommand: CliCommand = {
  name: 'explain',
  summary: 'Says who has an item and why, why nobody else, and what happens next.',
  arguments: [{ name: 'ITEM', summary: 'The id of the item.', isRequired: true }],
  options: {
    at: {
      kind: 'text',
      summary: 'As of this moment, such as 2026-03-02T14:30+01:00; now when left out.',
      valueName: 'TIME',
    },
    for: {
      kind: 'text',
      summary: 'For whom it is told; agent when left out.',
      valueName: 'WHOM',
      choices: AUDIENCES,
    },
    language: {
      kind: 'text',
      summary: 'In which language; en when left out.',
      valueName: 'LANGUAGE',
      choices: EXPLANATION_LANGUAGES,
    },
  },
  async run({ arguments: { ITEM: workId = '' }, options, isJson }, world) {
    const at = readMoment(options['at']);
    const now = Date.now();
    const settings = readSettings(world.environment);
    await using database = await openDatabase<Tables>(settings, {
      applicationName: 'rapport explain',
      mayCreate: false,
    });
    const db = database.kysely;
    await requireMigrated(db);
    const asked = { centre: settings.centre, workId };
    const explained = await explainItem(db, { ...asked, at, now });
    if (explained === undefined) {
      world.err(
        `No item ${workId} had come in to ${settings.centre} by ${momentText(at ?? now)}.\n`,
      );
      return 1;
    }
    const { current } = await openCentreSettings(db, settings.centre, settings);
    const isForCustomer = options['for'] === 'customer';
    const terms = explanationTerms(explained, {
      audience: isForCustomer ? 'customer' : 'agent',
      language: EXPLANATION_LANGUAGES.find((each) => each === options['language']) ?? 'en',
      timeZone: current().timeZone,
    });
    const { explanation } = explained;
    const isUnanswered = explanation.status === 'waiting' || explanation.status === 'offered';
    // As things stand: hours and promises may have been changed since it was last decided where it goes.
    const dueAt = at === undefined && isUnanswered ? await promisedBy(database, asked) : undefined;
    const told = { ...explanation, ...(dueAt !== undefined && { dueAt }) };
    const text = explanationText(told, terms);
    const data = isForCustomer ? withoutReasons(told) : told;
    world.out(isJson ? `${JSON.stringify({ ...data, piiText: text })}\n` : `${text}\n`);
    return 0;
  },
};

function readMoment(text: string | true | undefined): number | undefined {
  if (typeof text !== 'string') return undefined;
  const at = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}.*(?:Z|[+-]\d{2}:\d{2})$/.test(text)
    ? Date.parse(text)
    : Number.NaN;
  if (Number.isNaN(at)) {
    throw new UsageError(
      `--at must be a moment with its zone, such as 2026-03-02T14:30+01:00, not '${text}'.`,
    );
  }
  return at;
}

function momentText(at: number): string {
  return new Date(at).toISOString();
}
