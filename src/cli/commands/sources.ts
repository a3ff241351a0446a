import { EXIT, formatOf, printText, printJson, readArguments, type Command } from '../command';
import { openFolder } from '../folder';

export const sources: Command = {
  usage: 'sources',
  summary: 'the sources with their passages, and what was dropped',
  run: async (args) => {
    const given = readArguments(args);
    const format = formatOf(given, ['text', 'json']);
    const { corpus, failures, problems } = await openFolder(given);
    if (format === 'json') {
      printJson({ sources: corpus.sources.map(sourceJson), unreadable: failures, problems });
      return EXIT.clean;
    }
    for (const { key, path, title, passages, dropped } of corpus.sources) {
      printText(
        `@${key}  ${path}  ${passages.length} passages, ${dropped.length} dropped${title === undefined ? '' : `  ${title}`}`,
      );
    }
    return EXIT.clean;
  },
};

function sourceJson(source: Awaited<ReturnType<typeof openFolder>>['corpus']['sources'][number]) {
  const { key, keyOrigin, path, title, author, issued, site, url, language, passages, dropped } = source;
  return {
    key,
    keyOrigin,
    path,
    title: title ?? null,
    author,
    issued: issued ?? null,
    site: site ?? null,
    url: url ?? null,
    language: language ?? null,
    passages: passages.map(({ n, start, end, page }) => ({
      n,
      start,
      end,
      ...(page === undefined ? {} : { page }),
    })),
    dropped,
  };
}
