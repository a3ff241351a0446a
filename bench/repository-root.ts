import * as path from 'node:path';

/** The bundle lies in dist/bench/. */
export const repositoryRoot = path.resolve(__dirname, '..', '..');
