import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Compiling some two thousand modules is a third of a start; kept beside the program, where only
// its owner writes, it is done once. Where he alone may write, others start without it.
enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/rapport/compiled'));

await import('./run-rapport.ts');
