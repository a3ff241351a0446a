import * as nodePath from 'node:path';
import { evidencePage } from '../../evidence/evidence-page';
import { makePack } from '../../evidence/evidence-pack';
import { hashing } from '../../ingest/sha256';
import { version } from '../../language/version';
import { EXIT, formatOf, print, readArguments, type Command } from '../command';
import { readDrafts } from '../drafts';
import { CORPUS_OPTION, corpusOption } from '../shared-corpus';
import { openFolder } from '../folder';

export const report: Command = {
  usage: 'report [DRAFT...]',
  summary: 'the evidence pack: every citation beside its passage, with the review',
  options: ['--format html', CORPUS_OPTION],
  run: async (args) => {
    const given = readArguments(args, { corpus: { type: 'string' } });
    formatOf(given, ['html']);
    const shared = corpusOption(given);
    const folder = await openFolder(given);
    const drafts = await readDrafts(folder, given.positionals, { corpus: shared });
    const { root, corpus, failures } = folder;
    const pack = await makePack({
      ...{ root, corpus, failures, hashing, version },
      name: nodePath.basename(root),
      at: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
      drafts: drafts.map(({ path, judged, lines, reviewProblem }) => ({
        ...{ path, judged, lines, reviewProblem },
        reviews: judged.review?.reviews ?? [],
      })),
    });
    print(evidencePage(pack));
    return EXIT.clean;
  },
};
