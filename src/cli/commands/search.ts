import { aboutOf, MemoryIndex } from '#corpus-index';
import { passageText } from '../../language/passage-text';
import { paragraphLocator, shortReference } from '../../language/reference';
import {
  EXIT,
  formatOf,
  print,
  printText,
  printJson,
  readArguments,
  UsageError,
  type Command,
} from '../command';
import { openFolder } from '../folder';
import type { CorpusAddress } from '../../shared-corpus/address';
import { corpusOption, database, reading } from '../shared-corpus';

const DEFAULT_LIMIT = 10;

export const search: Command = {
  usage: 'search QUERY',
  summary: 'the passages that fit the words best; --limit N',
  options: ['--corpus ADDRESS   those of this shared corpus, in place of the folder’s'],
  run: async (args) => {
    const given = readArguments(args, { limit: { type: 'string' }, corpus: { type: 'string' } });
    const format = formatOf(given, ['text', 'json']);
    const query = given.positionals.join(' ');
    const limit = Number(given.values['limit'] ?? DEFAULT_LIMIT);
    if (query.trim() === '') throw new UsageError('search takes the words to look for.');
    if (!Number.isInteger(limit) || limit < 1) throw new UsageError('--limit takes a whole number from 1.');
    const shared = corpusOption(given);
    if (shared) return searchShared(shared, query, limit, format);
    const { corpus } = await openFolder(given);
    const index = new MemoryIndex();
    await index.put(
      corpus.sources.map((source) => ({
        path: source.path,
        about: aboutOf(source),
        passages: source.passages.map((passage) => ({ n: passage.n, text: passageText(source, passage) })),
      })),
    );
    const hits = (await index.search(query, limit)).flatMap(({ path, n, score }) => {
      const source = corpus.sourceAt(path);
      const passage = source?.passages[n - 1];
      if (!source || !passage) return [];
      const { start, end } = passage;
      return [
        {
          source: source.key,
          locator: paragraphLocator(n),
          ...(passage.page !== undefined && { page: passage.page }),
          start,
          end,
          score,
          text: passageText(source, passage),
          reference: shortReference(source),
        },
      ];
    });
    if (format === 'json') printJson({ query, hits });
    else for (const hit of hits) printHit(hit);
    return EXIT.clean;
  },
};

function printHit({ source, page, locator, text }: Hit): void {
  printText(`[@${source ?? '?'}, ${page === undefined ? '' : `p. ${page}, `}${locator}]  ${text}`);
  print('');
}

interface Hit {
  readonly source: string | null;
  /** As printed on it. */
  readonly page?: string | undefined;
  readonly locator: string;
  readonly text: string;
}

async function searchShared(
  address: CorpusAddress,
  query: string,
  limit: number,
  format: 'text' | 'json',
): Promise<number> {
  const found = await reading(address, async (client) =>
    new (await database()).PostgresIndex(client).find(query, limit),
  );
  const hits = found.map(({ key, n, score, text, title }) => ({
    ...{ source: key, locator: `para. ${n}`, score, text, title },
  }));
  if (format === 'json') printJson({ query, hits });
  else for (const hit of hits) printHit(hit);
  return EXIT.clean;
}
