import manifest from './package.json' with { type: 'json' };

/** The release, as the API and the metrics name it. */
export const VERSION = manifest.version;
