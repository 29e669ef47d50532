import {
  COMMAND_LINE,
  IMPORT_KINDS,
  importFile,
  type ImportKindName,
  type ImportRequest,
  isImporting,
  parseMap,
  readFaults,
  readImport,
  readImports,
  readRows,
  undoImport,
} from '@rapport/server';
import { type CliCall, type CliCommand, type CliWorld, UsageError } from '../cli-command.ts';
import { requireReadableFile } from '../file-argument.ts';
import { importsText, importText, undoText } from '../import/import-text.ts';
import { withDesk } from '../import/with-desk.ts';
import { progressLine } from '../replay/progress-line.ts';

const DELIMITERS = { comma: ',', semicolon: ';', tab: '\t', bar: '|' } as const;
const KINDS = Object.keys(IMPORT_KINDS) as readonly ImportKindName[];
/** More than this is no longer read on a terminal; the API has all that is kept. */
const SHOWN_MAX = 20;
const LISTED_MAX = 50;

/** `rapport import KIND FILE`, `rapport import undo ID`, `rapport import list`. */
export const importCommand: CliCommand = {
  name: 'import',
  summary: 'Takes a file of accounts, customers, agents, bonds or rosters in, or takes it back.',
  arguments: [
    { name: 'WHAT', summary: `What: ${KINDS.join(', ')}; or undo, or list.`, isRequired: true },
    {
      name: 'FILE',
      summary: 'The file, in CSV or of rosters a calendar; of undo, the id of the import.',
      isRequired: false,
    },
  ],
  options: {
    'dry-run': { kind: 'flag', summary: 'Says what would change, and changes nothing.' },
    'all-or-nothing': {
      kind: 'flag',
      summary: 'Takes nothing where a single row is refused; else the good rows go in.',
    },
    map: {
      kind: 'text',
      summary: 'Which column is which field, where the header does not say it.',
      valueName: 'COLUMN=FIELD,…',
    },
    delimiter: {
      kind: 'text',
      summary: 'What stands between cells; found in the header when left out.',
      choices: Object.keys(DELIMITERS),
    },
    region: {
      kind: 'text',
      summary: 'The country of telephone numbers without theirs, such as CH; else RAPPORT_REGION.',
      valueName: 'COUNTRY',
    },
    'time-zone': {
      kind: 'text',
      summary: "By whose clocks times of rosters are read; else the centre's.",
      valueName: 'ZONE',
    },
    agent: {
      kind: 'text',
      summary:
        'Whose a calendar is, where its events do not say it: external id, e-mail, name or id.',
      valueName: 'AGENT',
    },
  },
  async run(call, world) {
    const { WHAT: what = '', FILE: file } = call.arguments;
    if (what === 'list') return await list(call, world);
    const kind = KINDS.find((each) => each === what);
    if (kind === undefined && what !== 'undo') {
      throw new UsageError(`Cannot import '${what}': it is ${KINDS.join(', ')}, undo or list.`);
    }
    if (file === undefined) {
      const missing =
        kind === undefined ? "the id of an import, as 'rapport import list' shows it" : 'FILE';
      throw new UsageError(`rapport import ${what} needs ${missing}.`);
    }
    return kind === undefined ? await undo(file, call, world) : await take(kind, call, world);
  },
};

async function take(kind: ImportKindName, call: CliCall, world: CliWorld): Promise<number> {
  const { FILE: file = '' } = call.arguments;
  await requireReadableFile(file);
  return await withDesk(world, async ({ database, centre, serveDesk, ...ofCentre }) => {
    const request = requestOf(kind, call, ofCentre);
    if (IMPORT_KINDS[kind].isForDesk) await serveDesk();
    const record = await importFile(database, file, { ...callerOf(world, centre), request });
    const { importId } = record;
    const asked = { importId, limit: SHOWN_MAX };
    const faults = await readFaults(database.kysely, centre, asked);
    const rows = await readRows(database.kysely, centre, asked);
    const report = { record, faults, rows };
    world.out(
      call.isJson ? `${JSON.stringify({ ...record, faults, rows })}\n` : importText(report),
    );
    return record.status === 'done' && record.counts.refused === 0 ? 0 : 1;
  });
}

async function undo(importId: string, call: CliCall, world: CliWorld): Promise<number> {
  return await withDesk(world, async ({ database, centre, serveDesk }) => {
    const known = await readImport(database.kysely, centre, importId);
    if (known !== undefined && IMPORT_KINDS[known.kind].isForDesk) await serveDesk();
    await undoImport(database, importId, callerOf(world, centre));
    const asked = { importId, limit: SHOWN_MAX + 1, isKeptAlone: true };
    const rows = await readRows(database.kysely, centre, asked);
    const kept = rows.slice(0, SHOWN_MAX);
    const text = call.isJson
      ? `${JSON.stringify({ importId, kept })}\n`
      : undoText(importId, kept, rows.length > SHOWN_MAX);
    world.out(text);
    return kept.length === 0 ? 0 : 1;
  });
}

async function list(call: CliCall, world: CliWorld): Promise<number> {
  return await withDesk(world, async ({ database, centre }) => {
    const imports = await readImports(database.kysely, centre, { limit: LISTED_MAX });
    const isBusy = await isImporting(database.kysely, centre);
    world.out(call.isJson ? `${JSON.stringify({ imports })}\n` : importsText(imports, isBusy));
    return 0;
  });
}

function callerOf(world: CliWorld, centre: string) {
  const progress = progressLine(world);
  return {
    centre,
    actor: COMMAND_LINE,
    signal: world.stop,
    onProgress: (rowCount: number): void => progress.show(`${rowCount} rows`),
    // Whoever serves the desk looks every second.
    onOwed: (): void => undefined,
  };
}

function requestOf(
  kind: ImportKindName,
  { options }: CliCall,
  ofCentre: Pick<ImportRequest, 'region' | 'timeZone'>,
): ImportRequest {
  const { map, region, agent } = options;
  const timeZone = options['time-zone'];
  const name = Object.keys(DELIMITERS).find((each) => each === options['delimiter']);
  return {
    kind,
    map: parseMap(typeof map === 'string' ? map : undefined),
    delimiter: name === undefined ? undefined : DELIMITERS[name as keyof typeof DELIMITERS],
    region: typeof region === 'string' ? region.toUpperCase() : ofCentre.region,
    timeZone: typeof timeZone === 'string' ? timeZone : ofCentre.timeZone,
    agent: typeof agent === 'string' ? agent : undefined,
    isDryRun: options['dry-run'] === true,
    isAllOrNothing: options['all-or-nothing'] === true,
  };
}
