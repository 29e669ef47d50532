import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where `npm run dev` finds the API. */
const API = process.env['RAPPORT_API'] ?? 'http://127.0.0.1:7300';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    target: 'es2023',
    outDir: 'dist',
    emptyOutDir: true,
    reportCompressedSize: false,
    // Other scripts' type faces come by the page when a name needs them.
    assetsInlineLimit: 0,
    // Schemas are made by these alone; what a browser does not check, it need not load.
    rolldownOptions: { treeshake: { manualPureFunctions: ['Type'] } },
  },
  server: { proxy: { '/api': { target: API, ws: true } } },
});
