import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../database/database.ts';
import { openDatabase } from '../database/open-database.ts';
import type { ImportRequest } from '../imports/begin-import.ts';
import { importFile } from '../imports/import-file.ts';
import type { ImportKindName } from '../imports/import-kinds.ts';
import type { ImportRecord } from '../imports/import-record.ts';
import { migrate } from '../store/migrate.ts';
import type { Tables } from '../store/tables.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A database with as many centres as are asked for, and ways to import files into them. */
export interface ImportRooms extends AsyncDisposable {
  readonly dataFolder: string;
  readonly database: Database<Tables>;
  readonly newCentre: () => string;
  readonly fileOf: (content: string | Buffer | readonly string[]) => Promise<string>;
  readonly take: (
    centre: string,
    kind: ImportKindName,
    content: string | Buffer | readonly string[],
    more?: Partial<ImportRequest>,
  ) => Promise<ImportRecord>;
  /** All that is kept of customers, without what differs between two centres. */
  readonly contents: (centre: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
}

export async function openImportRooms(): Promise<ImportRooms> {
  const root = await temporaryFolder();
  const dataFolder = join(root, 'data');
  const database = await openDatabase<Tables>({ dataFolder, databaseUrl: undefined });
  await migrate(database.kysely);
  let fileCount = 0;
  let centreCount = 0;
  const fileOf = async (content: string | Buffer | readonly string[]): Promise<string> => {
    const path = join(root, `file-${++fileCount}.csv`);
    const isWhole = typeof content === 'string' || Buffer.isBuffer(content);
    await writeFile(path, isWhole ? content : content.join('\n'));
    return path;
  };
  return {
    dataFolder,
    database,
    newCentre: () => `centre-${++centreCount}`,
    fileOf,
    take: async (centre, kind, content, more) => {
      const request = requestFor(kind, more);
      return await importFile(database, await fileOf(content), { ...callerOf(centre), request });
    },
    contents: (centre) => contentsOf(database, centre),
    async [Symbol.asyncDispose]() {
      await database.close();
      await rm(root, { recursive: true, force: true });
    },
  };
}

export function requestFor(kind: ImportKindName, more: Partial<ImportRequest> = {}): ImportRequest {
  return {
    kind,
    map: new Map(),
    delimiter: undefined,
    region: 'CH',
    isDryRun: false,
    isAllOrNothing: false,
    ...more,
  };
}

/** Somebody who imports and waits. */
export function callerOf(centre: string, onProgress: (rowCount: number) => void = () => undefined) {
  return {
    centre,
    actor: 'tester',
    signal: new AbortController().signal,
    onProgress,
    onOwed: () => undefined,
  };
}

async function contentsOf({ pool }: Database<Tables>, centre: string) {
  const { rows } = await pool.query<Record<string, unknown>>(
    `select c.external_id, c.pii_name, c.tier, c.language, c.pii_needs, a.external_id as account,
       array(select i.kind || ' ' || i.pii_value from customer_identity i
         where i.centre = c.centre and i.customer_id = c.id order by 1) as identities
     from customer c left join account a on a.centre = c.centre and a.id = c.account_id
     where c.centre = $1 order by c.external_id, c.pii_name`,
    [centre],
  );
  return rows;
}
