import type { Corpus } from '#corpus-index';
import { checkDraft } from '../../src/language/checks/check-draft';
import { judgeDraft } from '../../src/language/judge-draft';
import { parseDraft } from '../../src/language/parse-draft';
import type { Problem } from '../../src/language/problem';
import { corpusOf } from './corpus-of';

/** Two sources that the checks are tried on: `wall` (a text without record) and `tide` (with one), and `book` without a text. */
export const checkedCorpus = (): Corpus =>
  corpusOf({
    'wall.txt':
      'The wall was not built to last. Everybody knew that.\n\nThe council met twice in June, according to the clerk.\n\nEverybody knew that.',
    'tide.txt': 'The tide rose on Sunday and did not fall.\n\nNobody came.',
    'sources.yaml':
      'references:\n  - id: tide\n    file: tide.txt\n    author: [{family: Verne, given: Ada}]\n    issued: 2014\n  - id: book\n    title: A Book\n',
  });

/** The problems of a draft, each with the words it is shown on. */
export function problemsOf(draft: string, corpus = checkedCorpus()): (Problem & { readonly on: string })[] {
  return checkDraft(judgeDraft(corpus, parseDraft(draft))).map((problem) => ({
    ...problem,
    on: draft.slice(problem.span.start, problem.span.end),
  }));
}

/** What matters of problems in most tests. */
export const codesOf = (draft: string): string[] => problemsOf(draft).map(({ code, on }) => `${code}: ${on}`);
