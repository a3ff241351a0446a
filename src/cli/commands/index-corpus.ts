import { fileHashes } from '../../ingest/file-hashes';
import type { FillResult, SourceToShare } from '../../shared-corpus/fill';
import { EXIT, formatOf, print, printJson, readArguments, say, UsageError, type Command } from '../command';
import { openFolder, type Folder } from '../folder';
import { addressFrom, database, withAddress } from '../shared-corpus';

/** Progress is said at most so often; in milliseconds. */
const PROGRESS = 2000;

export const index: Command = {
  usage: 'index --to ADDRESS',
  summary: 'fills a shared corpus, a PostgreSQL database, with the sources',
  options: [
    'ADDRESS is postgres://USER@HOST/DATABASE; its password comes from PGPASSWORD or ~/.pgpass',
    '--prune   removes from it what is not among the sources',
  ],
  run: async (args) => {
    const given = readArguments(args, { to: { type: 'string' }, prune: { type: 'boolean' } });
    const format = formatOf(given, ['text', 'json']);
    const address = addressFrom('--to', given.values['to']);
    const prune = given.values['prune'] === true;
    if (given.positionals.length > 0) throw new UsageError('index takes options only.');
    const folder = await openFolder(given);
    const problem = refusal(folder, prune);
    if (problem !== undefined) throw new UsageError(problem);
    const result = await withAddress(address, async () => {
      const { connect, fillCorpus } = await database();
      const client = await connect(address, { as: 'owner' });
      try {
        const unread = folder.failures.map(({ path }) => path);
        return await fillCorpus(client, await toShare(folder), { prune, unread, onProgress: sayProgress() });
      } finally {
        await client.end();
      }
    });
    if (format === 'json') printJson(result);
    else print(summaryOf(result));
    return folder.failures.length > 0 ? EXIT.findings : EXIT.clean;
  },
};

/** A folder that is not there, or not all of it, must not empty what a team shares. */
function refusal({ corpus, failures, root }: Folder, prune: boolean): string | undefined {
  if (corpus.sources.length === 0) return `There are no sources in ${root}, so nothing is changed.`;
  if (prune && failures.some(({ code }) => code === 'no-listing'))
    return 'A folder of the sources could not be listed, so nothing is removed: leave --prune out.';
  return undefined;
}

/** Those that a citation can name. */
async function toShare({ root, corpus }: Folder): Promise<SourceToShare[]> {
  const citable = corpus.sources.filter((source) => corpus.source(source.key) === source);
  const hashes = await fileHashes(
    root,
    citable.map(({ path }) => path),
  );
  return citable.flatMap((source) => {
    const sha256 = hashes.get(source.path);
    return sha256 === undefined ? [] : [{ source, record: corpus.record(source.key), sha256 }];
  });
}

function sayProgress(): (written: number, toWrite: number) => void {
  let said = Date.now();
  return (written, toWrite) => {
    if (Date.now() - said < PROGRESS) return;
    said = Date.now();
    say(`${written} of ${toWrite} sources written`);
  };
}

const summaryOf = ({ written, unchanged, removed, left }: FillResult): string =>
  [
    `${written} written, ${unchanged} unchanged, ${removed} removed`,
    ...(left > 0 ? [`${left} in the corpus that are not among these sources: --prune removes them`] : []),
  ].join('; ');
