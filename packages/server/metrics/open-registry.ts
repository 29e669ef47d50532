import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';

/**
 * Returns what a centre's counts and measures are registered in, with those of its process. Each
 * subject registers its own, in a file of this folder: `rapport_`, what is counted, the unit last.
 * Labels take few values that are known beforehand: never an id, never what a caller has sent.
 */
export function openRegistry(version: string): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'rapport_build_info',
    help: 'Always 1; the labels say what runs.',
    labelNames: ['version', 'node'],
    registers: [registry],
  }).set({ version, node: process.version }, 1);
  return registry;
}
