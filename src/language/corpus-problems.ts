import type { CorpusProblem } from '#corpus-index';

/** What is wrong between a folder's files, in plain sentences: the same in the editor and on the command line. */
export function describeCorpusProblem(problem: CorpusProblem): string {
  switch (problem.code) {
    case 'duplicate-key':
      return (
        `Two sources have the key "${problem.key}": ${problem.other ?? ''} keeps it, ${problem.path} cannot be cited. ` +
        'Give one of them another key in sources.yaml.'
      );
    case 'missing-file':
      return (
        `The record "${problem.key}" names the file ${problem.path}, which is not among the sources. ` +
        'Correct "file:", or put the file there; until then quotations from it are not checked.'
      );
  }
}
