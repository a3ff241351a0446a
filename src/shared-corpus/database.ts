/** All that speaks to PostgreSQL: a bundle of its own, loaded where a shared corpus is. */
export { connect } from './connect';
export { fillCorpus } from './fill';
export { PostgresIndex } from './postgres-index';
export { checkVersion, makeIndexes, makeTables } from './schema';
export { keysFrom, sourcesOf, fingerprintsOf } from './shared-sources';
