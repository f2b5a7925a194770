import manifest from '../package.json' with { type: 'json' };

/** The version of Portolan that is running. */
export const VERSION: string = manifest.version;
