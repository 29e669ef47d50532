import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const script = fileURLToPath(new URL('./setup-test.sh', import.meta.url));

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapport-setup-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function plant(path: string, text: string): Promise<void> {
  const full = join(folder, path);
  await mkdir(dirname(full), { recursive: true });
  await writeFile(full, `#!/bin/sh\n${text}\n`);
  await chmod(full, 0o755);
}

/** Runs the script on a machine that has only the programs planted in `bin`. */
async function setUp() {
  for (const tool of ['sh', 'cat', 'ln', 'mkdir', 'mktemp', 'rm', 'rmdir', 'tail']) {
    await plant(
      `bin/${tool}`,
      `[ -x /bin/${tool} ] && exec /bin/${tool} "$@"; exec /usr/bin/${tool} "$@"`,
    );
  }
  const env = {
    PATH: join(folder, 'bin'),
    TMPDIR: folder,
    SETUP_SERVERS: join(folder, 'servers'),
    SETUP_SETTINGS: join(folder, 'etc/createcluster.d'),
    RAPPORT_CHROMIUM: join(folder, 'browser/chromium'),
  };
  return await new Promise<{ code: unknown; out: string; err: string }>((resolve) => {
    execFile('/bin/sh', [script], { env }, (error, out, err) => {
      resolve({ code: error === null ? 0 : error.code, out, err });
    });
  });
}

const asRoot = () => plant('bin/id', 'echo 0');
const asSomebody = () => plant('bin/id', 'echo 1000');
const withBrowser = () => plant('browser/chromium', 'true');
/** An apt-get that installs a server of the given version and a browser, and notes what it was asked. */
const withApt = (version: number) =>
  plant(
    'bin/apt-get',
    [
      `echo "$*: $(cat ${folder}/etc/createcluster.d/* 2>/dev/null)" >> ${folder}/asked`,
      `[ "$1" = update ] && exit 0`,
      `mkdir -p ${folder}/servers/${version}/bin ${folder}/browser`,
      `ln -sf /bin/true ${folder}/servers/${version}/bin/postgres`,
      `ln -sf /bin/true ${folder}/browser/chromium`,
    ].join('\n'),
  );

describe('setup-test.sh', () => {
  test.each([15, 18])('is quiet when PostgreSQL %i and Chromium are there', async (version) => {
    await withBrowser();
    await plant('servers/13/bin/postgres', 'true');
    await plant(`servers/${version}/bin/postgres`, 'true');
    expect(await setUp()).toEqual({ code: 0, out: '', err: '' });
  });

  test('installs without a server of Debian’s own, and leaves no setting behind', async () => {
    await asRoot();
    await plant('servers/14/bin/postgres', 'true');
    await withApt(15);
    expect(await setUp()).toMatchObject({ code: 0, err: '' });
    expect(await readFile(join(folder, 'asked'), 'utf8')).toContain(
      'install -y --no-install-recommends postgresql chromium fonts-liberation: create_main_cluster = false',
    );
    await expect(readdir(join(folder, 'etc/createcluster.d'))).rejects.toThrow('ENOENT');
  });

  test('installs no more than what is missing', async () => {
    await asRoot();
    await plant('servers/15/bin/postgres', 'true');
    await withApt(15);
    expect(await setUp()).toMatchObject({ code: 0, out: 'setup:test: installing Chromium …\n' });
    expect(await readFile(join(folder, 'asked'), 'utf8')).toMatch(
      /^install -y --no-install-recommends chromium fonts-liberation:/mu,
    );
  });

  test('without root says what to run', async () => {
    await asSomebody();
    await withApt(15);
    const { code, err } = await setUp();
    expect(code).toBe(1);
    expect(err).toMatch(/^setup:test: [^\n]* Run: sudo sh scripts\/setup-test\.sh\n$/);
  });

  test('uses sudo where it asks no questions', async () => {
    await asSomebody();
    await plant('bin/sudo', `[ "$2" = true ] || echo "$*" > ${folder}/asked`);
    await withApt(15);
    expect(await setUp()).toEqual({ code: 0, out: '', err: '' });
  });

  test('on another system says what has to be where', async () => {
    await asRoot();
    const { code, err } = await setUp();
    expect(code).toBe(1);
    expect(err).toMatch(
      /^setup:test: [^\n]*servers\/VERSION\/bin\/postgres and [^\n]*chromium exist\.\n$/,
    );
  });

  test('shows what apt-get said when it fails, and how to go on', async () => {
    await asRoot();
    await plant('bin/apt-get', 'echo "E: Unable to locate package"; exit 100');
    const { code, err } = await setUp();
    expect(code).toBe(1);
    expect(err).toMatch(/^(E: Unable to locate package\n)+setup:test: [^\n]*npm run setup:test\n$/);
  });

  test('says so when the system’s PostgreSQL is too old', async () => {
    await asRoot();
    await withApt(13);
    const { code, err } = await setUp();
    expect(code).toBe(1);
    expect(err).toContain('older than 15');
  });
});
