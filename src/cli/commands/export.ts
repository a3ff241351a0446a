import { FORMATS } from '../../language/references/exchange-formats';
import { itemOf } from '../../language/references/references-of';
import { EXIT, formatOf, readArguments, say, type Command } from '../command';
import { readDrafts } from '../drafts';
import { openFolder } from '../folder';

export const exportReferences: Command = {
  usage: 'export [DRAFT...]',
  summary: 'the references for other programs; of drafts, what they cite',
  options: [`--format ${FORMATS.join('|')}`],
  run: async (args) => {
    const given = readArguments(args);
    const format = formatOf(given, FORMATS);
    const folder = await openFolder(given);
    const { corpus } = folder;
    const drafts = given.positionals.length > 0 ? await readDrafts(folder, given.positionals) : undefined;
    const keys = drafts
      ? drafts.flatMap(({ judged }) => judged.draft.citations.map(({ key }) => key))
      : corpus.keys;
    const items = [...new Set(keys)].flatMap((key) => {
      const item = itemOf(corpus, key);
      if (!item) say(`@${key} is no source, so it is not exported.`);
      return item ?? [];
    });
    const { writeReferences } = await import('../../language/references/exchange');
    const { text, notes } = writeReferences(items, format);
    for (const note of notes) say(note);
    process.stdout.write(text);
    return EXIT.clean;
  },
};
