import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { expect, test } from 'vitest';

const WIDGET_BYTES_MAX = 25_000;

test('the widget is one file, and small', async () => {
  const outDir = await mkdtemp(join(tmpdir(), 'widget-'));
  try {
    await build({
      configFile: join(import.meta.dirname, '../packages/widget/vite.config.ts'),
      logLevel: 'silent',
      build: { outDir },
    });
    const code = await readFile(join(outDir, 'widget.js'));
    expect(gzipSync(code).length).toBeLessThan(WIDGET_BYTES_MAX);
    expect(code.toString()).not.toMatch(/\bimport\s*[({"']/);
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
});
