import type { Actor, Corpus } from '#corpus-index';
import { ActorView } from '../../language/actor-view';
import { EXIT, formatOf, printText, printJson, readArguments, UsageError, type Command } from '../command';
import { openFolder } from '../folder';
import { listDiscovered } from './discovered-names';
import { exportActors, importActors } from './exchange-actors';

export const actors: Command = {
  usage: 'actors [--mentions]',
  summary: 'the actors of the registry; with --mentions, each place that names one',
  options: [
    '--discover: names that no actor claims; --limit N',
    '--export ftm: as FollowTheMoney entities',
    '--import FILE: merges FollowTheMoney entities into actors.yaml; --dry-run',
  ],
  run: async (args) => {
    const given = readArguments(args, OPTIONS);
    const asked = ['mentions', 'discover', 'export', 'import'].filter(
      (name) => given.values[name] !== undefined,
    );
    if (asked.length > 1) throw new UsageError(`--${asked.join(' and --')} cannot be asked for at once.`);
    if (given.values['discover'] === true) return listDiscovered(given);
    if (given.values['export'] !== undefined) return exportActors(given);
    if (given.values['import'] !== undefined) return importActors(given);
    const format = formatOf(given, ['text', 'json']);
    const { corpus } = await openFolder(given);
    const mentions = given.values['mentions'] === true ? mentionsOf(corpus) : undefined;
    if (format === 'json') {
      printJson({ actors: corpus.actors.map(actorJson), ...(mentions ?? {}) });
    } else if (mentions) {
      for (const { actor, source, start, text } of mentions.mentions)
        printText(`${source}:${start}: ${text} (${actor})`);
      for (const { candidates, source, start, text } of mentions.ambiguous)
        printText(`${source}:${start}: ${text} (${candidates.join(' or ')}?)`);
    } else {
      for (const { id, name, schema } of corpus.actors) printText(`${id}  ${name}  ${schema}`);
    }
    return EXIT.clean;
  },
};

const OPTIONS = {
  mentions: { type: 'boolean' },
  discover: { type: 'boolean' },
  limit: { type: 'string' },
  export: { type: 'string' },
  import: { type: 'string' },
  'dry-run': { type: 'boolean' },
} as const;

/** The record as it is; where it stands in the file is nobody's concern. */
const actorJson = (actor: Actor) => ({ ...actor, span: undefined });

/** Every mention of one actor, and apart from them those that more than one can be meant by. */
function mentionsOf(corpus: Corpus) {
  const view = new ActorView(corpus);
  const found = corpus.sources.flatMap((source) =>
    view.mentionsOf(source).map(({ actors: ids, start, end }) => ({
      ids,
      source: source.key,
      start,
      end,
      text: source.text.slice(start, end),
    })),
  );
  return {
    mentions: found.flatMap(({ ids, ...place }) =>
      ids.length === 1 ? [{ actor: ids[0] ?? '', ...place }] : [],
    ),
    ambiguous: found.flatMap(({ ids, ...place }) => (ids.length > 1 ? [{ candidates: ids, ...place }] : [])),
  };
}
