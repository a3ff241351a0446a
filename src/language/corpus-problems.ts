import type { CorpusProblem } from '#corpus-index';

/** So many parts are named one by one. */
const MOST_NAMED = 5;

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
    case 'unread-part':
      return (
        `Not all of this file could be read: ${named(problem.parts ?? [])} ${problem.parts?.length === 1 ? 'is' : 'are'} missing. ` +
        'Save it again from the program that made it; until then quotations from there are not found.'
      );
    case 'withdrawn-words':
      return (
        'Words that this file strikes out were left out, as it says them no longer: quotations of them are not found. ' +
        'To cite them, keep a version of the file in which they stand.'
      );
  }
}

/** What can be cited in part is a warning; what nobody has to do anything about, an information. */
export function severityOf({ code }: CorpusProblem): 'error' | 'warning' | 'information' {
  if (code === 'withdrawn-words') return 'information';
  return code === 'unread-part' ? 'warning' : 'error';
}

function named(parts: readonly string[]): string {
  const more = parts.length - MOST_NAMED;
  return [...parts.slice(0, MOST_NAMED), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}
