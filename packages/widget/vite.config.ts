import { join } from 'node:path';
import { defineConfig } from 'vite';

/** Each is one file that needs no other: `widget.js` for any site, `pages.js` for our own pages. */
export default defineConfig(({ mode }) => {
  const name = mode === 'pages' ? 'pages' : 'widget';
  return {
    root: import.meta.dirname,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      target: 'es2022',
      outDir: 'dist',
      // The first one to be built clears what was there.
      emptyOutDir: name === 'widget',
      copyPublicDir: name === 'pages',
      reportCompressedSize: false,
      lib: {
        entry: join(import.meta.dirname, `${name}.ts`),
        formats: ['iife'],
        name: 'rapport',
        fileName: () => `${name}.js`,
      },
    },
  };
});
