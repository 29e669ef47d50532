import { AT_MAX, ORDINAL_MAX, type RouteAnswer } from '@rapport/protocol';
import { createdId } from '../identity/mint-id.ts';
import { readFaults, readRows } from '../imports/import-details.ts';
import { type ImportRecord, readImport, readImports } from '../imports/import-record.ts';
import { parseMap } from '../imports/parse-map.ts';
import { pageOf, readCursor } from './pages.ts';
import { answer, type Handler, notFound } from './respond.ts';

type ImportAnswer = RouteAnswer<'getImport'>;

const DELIMITERS = { comma: ',', semicolon: ';', tab: '\t', bar: '|' } as const;

export const startImport: Handler<'startImport'> = async (call, rooms) => {
  const { imports } = rooms;
  const { query, principal, commandId, body } = call;
  const {
    kind,
    dryRun = false,
    allOrNothing = false,
    map,
    delimiter,
    region = rooms.region,
    timeZone = rooms.settings.current().timeZone,
    agent,
  } = query;
  const record = await imports.start(
    {
      importId: createdId('import', commandId),
      actor: principal.id,
      request: {
        kind,
        map: parseMap(map),
        delimiter: delimiter && DELIMITERS[delimiter],
        region,
        timeZone,
        agent,
        isDryRun: dryRun,
        isAllOrNothing: allOrNothing,
      },
    },
    body,
  );
  return answer(importAnswer(record));
};

export const listImports: Handler<'listImports'> = async ({ query }, { db, centre }) => {
  const { limit = 50 } = query;
  const cursor = readCursor(query.cursor, AT_MAX);
  if (!cursor.ok) return cursor;
  const after = cursor.answer && { startedAt: cursor.answer.key, id: cursor.answer.id };
  const records = await readImports(db, centre, { limit: limit + 1, ...(after && { after }) });
  return answer(
    pageOf(records.map(importAnswer), limit, ({ startedAt, importId }) => ({
      key: startedAt,
      id: importId,
    })),
  );
};

export const getImport: Handler<'getImport'> = async ({ params }, { db, centre }) => {
  const record = await readImport(db, centre, params.importId);
  return record === undefined
    ? notFound(`import ${params.importId}`)
    : answer(importAnswer(record));
};

export const listImportFaults: Handler<'listImportFaults'> = async (
  { params: { importId }, query },
  { db, centre },
) => {
  const { limit = 50 } = query;
  const cursor = readCursor(query.cursor, ORDINAL_MAX);
  if (!cursor.ok) return cursor;
  if ((await readImport(db, centre, importId)) === undefined) return notFound(`import ${importId}`);
  const after = cursor.answer?.key ?? 0;
  const faults = await readFaults(db, centre, { importId, after, limit: limit + 1 });
  const { items, ...rest } = pageOf(faults, limit, ({ ordinal }) => ({ key: ordinal, id: '-' }));
  return answer({
    items: items.map(({ line, column, code, expected, piiFound }) => ({
      line,
      ...(column !== undefined && { column }),
      code,
      expected,
      ...(piiFound !== undefined && { piiFound }),
    })),
    ...rest,
  });
};

export const listImportRows: Handler<'listImportRows'> = async (
  { params: { importId }, query },
  { db, centre },
) => {
  const { limit = 50, isKept = false } = query;
  const cursor = readCursor(query.cursor, ORDINAL_MAX);
  if (!cursor.ok) return cursor;
  if ((await readImport(db, centre, importId)) === undefined) return notFound(`import ${importId}`);
  const after = cursor.answer?.key ?? 0;
  const asked = { importId, after, limit: limit + 1, isKeptAlone: isKept };
  const rows = await readRows(db, centre, asked);
  const { items, ...rest } = pageOf(rows, limit, ({ line }) => ({ key: line, id: '-' }));
  return answer({
    items: items.map(({ line, subject, outcome, before, after: later, undone }) => ({
      line,
      subject,
      outcome,
      piiBefore: before,
      piiAfter: later,
      ...(undone !== undefined && { undone }),
    })),
    ...rest,
  });
};

export const undoImport: Handler<'undoImport'> = async (call, { imports }) =>
  answer(importAnswer(await imports.undo(call.params.importId, call.principal.id)));

function importAnswer(record: ImportRecord): ImportAnswer {
  const { importId, kind, status, isDryRun, columns, rowCount, counts, fault } = record;
  const { startedAt, endedAt, isForgotten } = record;
  return {
    ...{ importId, kind, status, isDryRun, rowCount, startedAt, isForgotten },
    columns: columns.map(({ column, field }) => ({
      column,
      ...(field !== undefined && { field }),
    })),
    counts: { ...counts },
    ...(fault !== undefined && { fault }),
    ...(endedAt !== undefined && { endedAt }),
  };
}
