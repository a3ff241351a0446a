import { aboutOf, MemoryIndex } from '#corpus-index';
import { passageText } from '../../language/passage-text';
import { shortReference } from '../../language/reference';
import { EXIT, formatOf, print, printJson, readArguments, UsageError, type Command } from '../command';
import { openFolder } from '../folder';

const DEFAULT_LIMIT = 10;

export const search: Command = {
  usage: 'search QUERY',
  summary: 'the passages that fit the words best; --limit N',
  run: async (args) => {
    const given = readArguments(args, { limit: { type: 'string' } });
    const format = formatOf(given, ['text', 'json']);
    const query = given.positionals.join(' ');
    const limit = Number(given.values['limit'] ?? DEFAULT_LIMIT);
    if (query.trim() === '') throw new UsageError('search takes the words to look for.');
    if (!Number.isInteger(limit) || limit < 1) throw new UsageError('--limit takes a whole number from 1.');
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
          locator: `para. ${n}`,
          start,
          end,
          score,
          text: passageText(source, passage),
          reference: shortReference(source),
        },
      ];
    });
    if (format === 'json') printJson({ query, hits });
    else for (const hit of hits) print(`[@${hit.source}, ${hit.locator}]  ${hit.text}\n`);
    return EXIT.clean;
  },
};
