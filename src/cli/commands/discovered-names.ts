import type { DiscoveredName } from '#corpus-index';
import { discoverInCorpus, placeInSource } from '../../language/registry/discover-in-corpus';
import { EXIT, formatOf, printText, printJson, UsageError, type Arguments } from '../command';
import { openFolder, type Folder } from '../folder';

const DEFAULT_LIMIT = 200;

/** `actors --discover`: names in the sources that no actor claims, the likeliest first. */
export async function listDiscovered(given: Arguments): Promise<number> {
  const format = formatOf(given, ['text', 'json']);
  const limit = Number(given.values['limit'] ?? DEFAULT_LIMIT);
  if (!Number.isInteger(limit) || limit < 1) throw new UsageError('--limit takes a whole number from 1.');
  const folder = await openFolder(given);
  const found = discoverInCorpus(folder.corpus, folder.ignored);
  const names = found.slice(0, limit);
  if (format === 'json')
    printJson({ total: found.length, names: names.map((name) => nameJson(folder, name)) });
  else for (const line of names.flatMap(linesOf)) printText(line);
  return EXIT.clean;
}

/** Places in the source's text. */
function nameJson({ corpus }: Folder, { places, ...name }: DiscoveredName) {
  return {
    ...name,
    places: places.flatMap((place) => {
      const found = placeInSource(corpus.source(place.source), place);
      if (!found) return [];
      const { source, passage, start, end } = found;
      return [{ source: source.key, n: passage.n, start, end, text: source.text.slice(start, end) }];
    }),
  };
}

function linesOf({ name, count, sources, schema, reason, variants, aliasOf }: DiscoveredName): string[] {
  const others = variants.map(({ text }) => text).filter((text) => text !== name);
  return [
    `${name}  ${count}× in ${sources.map(({ source }) => source).join(', ')}  ${schema}: ${reason}`,
    ...(others.length > 0 ? [`    also: ${others.join('; ')}`] : []),
    ...aliasOf.map(({ id, reason: why }) => `    perhaps ${id}: ${why}`),
  ];
}
