import { EXIT, formatOf, printText, printJson, readArguments, UsageError, type Command } from '../command';
import { citationJson, readDrafts } from '../drafts';
import { openFolder } from '../folder';

export const citations: Command = {
  usage: 'citations DRAFT...',
  summary: 'the citations of the drafts as they were read',
  run: async (args) => {
    const given = readArguments(args);
    const format = formatOf(given, ['text', 'json']);
    if (given.positionals.length === 0) throw new UsageError('citations takes the drafts to read.');
    const folder = await openFolder(given);
    const drafts = (await readDrafts(folder, given.positionals)).map(({ path, judged, lines }) => ({
      path,
      citations: judged.citations.map((citation) => citationJson(citation, lines)),
    }));
    if (format === 'json') {
      printJson({ drafts });
      return EXIT.clean;
    }
    for (const draft of drafts) {
      for (const { key, label, locator, line, column, resolved } of draft.citations) {
        const place = label === null ? '' : `, ${label} ${locator ?? ''}`;
        printText(`${draft.path}:${line}:${column}: @${key}${place}${resolved ? '' : ' (does not resolve)'}`);
      }
    }
    return EXIT.clean;
  },
};
