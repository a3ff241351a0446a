/** Set by the build from package.json. */
declare const VERSION: string | undefined;

/** The program's own version; code that no build went over has none. */
export const version = typeof VERSION === 'undefined' ? '0.0.0' : VERSION;
