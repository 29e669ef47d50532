import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openCentre, openDatabase, readSettings, type Tables } from '@rapport/server';
import { temporaryFolder } from '@rapport/server/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CliWorld } from '../cli-command.ts';
import { runCli } from '../run-cli.ts';
import { importCommand } from './import.ts';

let folder: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  const settings = readSettings({ RAPPORT_DATA: join(folder, 'data') });
  await (await openCentre(settings, { notice: () => undefined })).close();
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function rapport(...argv: readonly string[]) {
  return await rapportIn({}, ...argv);
}

async function rapportIn(environment: CliWorld['environment'], ...argv: readonly string[]) {
  let out = '';
  let err = '';
  const code = await runCli(
    ['import', ...argv],
    {
      environment: { RAPPORT_DATA: join(folder, 'data'), ...environment },
      out: (text) => (out += text),
      err: (text) => (err += text),
      isTerminal: false,
      stop: new AbortController().signal,
    },
    { version: '0.0.0', commands: [importCommand] },
  );
  return { code, out, err };
}

async function fileOf(name: string, lines: readonly string[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, lines.join('\n'));
  return path;
}

test('a dry run, an import, its list and its undo, without a server', async () => {
  const file = await fileOf('agents.csv', [
    'login,name,skills',
    'ted,Ted,billing:3',
    'x,Xenia,b:9',
  ]);
  const trial = await rapport('agents', file, '--dry-run');
  expect(trial.code).toBe(1);
  expect(trial.err).toContain('No server runs');
  expect(trial.out).toContain('  login → externalId\n');
  expect(trial.out).toContain('Nothing was changed. This would come of these agents:\n');
  expect(trial.out).toContain('line 3, skills: skill-invalid; expected');
  expect(trial.out).toContain('line 2: new: externalId "ted", name "Ted", skills [');
  expect(trial.out).not.toContain('null');

  const taken = await rapport('agents', file, '--json');
  const { importId, counts } = JSON.parse(taken.out) as {
    importId: string;
    counts: Record<string, number>;
  };
  expect(counts).toEqual({ created: 1, changed: 0, unchanged: 0, refused: 1 });

  const listed = await rapport('list');
  expect(listed.out.split('\n')).toHaveLength(3);
  expect(listed.out).toContain(`${importId}  `);
  expect(listed.out).toContain('agents, dry run, done: 1 created');

  const undone = await rapport('undo', importId);
  expect(undone).toMatchObject({ code: 0, out: `Import ${importId} is undone.\n` });
  const again = await rapport('undo', importId);
  expect(again).toMatchObject({
    code: 1,
    err: expect.stringContaining('changed nothing, or was undone already') as string,
  });
}, 60_000);

test('while a server runs, it takes what the desk is owed', async () => {
  const settings = readSettings({ RAPPORT_DATA: join(folder, 'data') });
  await using centre = await openCentre(settings, { notice: () => undefined });
  const file = await fileOf('more.csv', ['name,skills', 'Una,billing:3']);
  const taken = await rapport('agents', file);
  expect(taken).toMatchObject({ code: 0, err: expect.stringContaining('is served by') as string });
  const db = centre.database.kysely;
  const waiting = db.selectFrom('outbox').select('id').where('done_at', 'is', null);
  expect(await waiting.execute()).toEqual([]);
  const last = db.selectFrom('journal').select(['seq', 'command_id']).orderBy('seq', 'desc');
  expect(await last.executeTakeFirst()).toEqual({
    seq: centre.host.position,
    command_id: expect.stringMatching(/^import_.*:2$/u) as string,
  });
}, 60_000);

test('telephone numbers are read in the region of the call, else of the centre', async () => {
  const file = await fileOf('phones.csv', ['id,phone', 'C1,079 222 33 44']);
  const trial = ['customers', file, '--dry-run'];
  const nowhere = await rapport(...trial);
  expect(nowhere.code).toBe(1);
  expect(nowhere.out).toMatch(/line 2, phone: phone-invalid; expected [^\n]*--region/);
  const here = await rapportIn({ RAPPORT_REGION: 'CH' }, ...trial);
  expect(here).toMatchObject({
    code: 0,
    out: expect.stringContaining('"value":"+41792223344"') as string,
  });
  const abroad = await rapportIn({ RAPPORT_REGION: 'CH' }, ...trial, '--region', 'fr');
  expect(abroad.out).not.toContain('+41');
}, 60_000);

test('the audit knows the command line by the name that it has everywhere', async () => {
  await rapport('accounts', await fileOf('accounts.csv', ['id,name', 'A1,Acme']));
  await using database = await openDatabase<Tables>({
    dataFolder: join(folder, 'data'),
    databaseUrl: undefined,
  });
  const audited = database.kysely.selectFrom('audit_trail').select('actor').distinct();
  const actors = await audited.where('action', '=', 'start-import').execute();
  expect(actors).toEqual([{ actor: 'command-line' }]);
}, 60_000);

test('what was mistyped is said', async () => {
  expect(await rapport('people', 'x.csv')).toMatchObject({ code: 2 });
  expect(await rapport('customers')).toMatchObject({
    code: 2,
    err: expect.stringContaining('rapport import customers needs FILE.') as string,
  });
  expect(await rapport('undo')).toMatchObject({
    code: 2,
    err: expect.stringContaining('rapport import undo needs the id of an import') as string,
  });
  const file = await fileOf('none.csv', ['name', 'Ann']);
  expect(await rapport('customers', file)).toMatchObject({
    code: 1,
    err: expect.stringContaining('expected a column for externalId or emails') as string,
  });
}, 60_000);

test('a calendar: whose it is, and what was mistyped', async () => {
  const day = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');
  const lines = [
    ...['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'SUMMARY:Frühdienst', `DTSTART:${day}T080000Z`],
    ...['DURATION:PT8H', 'END:VEVENT', 'END:VCALENDAR'],
  ];
  const file = await fileOf('roster.ics', lines);
  await rapport('agents', await fileOf('cal.csv', ['login,name', 'cal,Cal']));
  const nobody = await rapport('rosters', file, '--dry-run');
  expect(nobody.code).toBe(1);
  expect(nobody.out).toMatch(/line 2: agent-missing; expected [^\n]*--agent/);
  const trial = await rapport('rosters', file, '--agent', 'cal', '--dry-run');
  expect(trial).toMatchObject({ code: 0 });
  expect(trial.out).toContain('  Frühdienst → shifts\n');
  expect(await rapport('rosters', file, '--agent')).toMatchObject({ code: 2 });
  expect(await rapport('customers', file)).toMatchObject({
    code: 1,
    err: expect.stringContaining('calendars are for rosters') as string,
  });
  expect(await rapport('rosters', file, '--map', 'Frühdienst=shift')).toMatchObject({
    code: 1,
    err: expect.stringContaining('one of the fields shifts, breaks, leave') as string,
  });
  const cut = await fileOf('cut.ics', lines.slice(0, 4));
  expect(await rapport('rosters', cut, '--agent', 'cal')).toMatchObject({
    code: 1,
    err: expect.stringContaining('END:VEVENT of line 2, near line 4') as string,
  });
}, 60_000);
