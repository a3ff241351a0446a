import { buildMatcher, findMentions } from '#corpus-index';
import { EXIT, formatOf, print, printJson, readArguments, type Command } from '../command';
import { openFolder } from '../folder';

export const actors: Command = {
  usage: 'actors [--mentions]',
  summary: 'the actors of the registry; with --mentions, each place that names one',
  run: async (args) => {
    const given = readArguments(args, { mentions: { type: 'boolean' } });
    const format = formatOf(given, ['text', 'json']);
    const { corpus } = await openFolder(given);
    const mentions = given.values['mentions'] === true ? mentionsOf(corpus) : undefined;
    if (format === 'json') {
      printJson({ actors: corpus.actors, ...(mentions ? { mentions } : {}) });
    } else if (mentions) {
      for (const { actor, source, start, text } of mentions) print(`${source}:${start}: ${text} (${actor})`);
    } else {
      for (const { id, name, schema } of corpus.actors) print(`${id}  ${name}  ${schema}`);
    }
    return EXIT.clean;
  },
};

function mentionsOf(corpus: Awaited<ReturnType<typeof openFolder>>['corpus']) {
  const matcher = buildMatcher(corpus.actors);
  return corpus.sources.flatMap((source) =>
    source.passages.flatMap((passage) =>
      findMentions(matcher, source.text, passage).flatMap(({ actors: ids, start, end }) =>
        ids.length === 1
          ? [{ actor: ids[0] ?? '', source: source.key, start, end, text: source.text.slice(start, end) }]
          : [],
      ),
    ),
  );
}
