import type { Corpus } from '#corpus-index';
import { DraftFixes } from '../../../src/language/fixes/draft-fixes';
import { applyReplacements } from '../../../src/language/fixes/replacements';
import { judgeDraft } from '../../../src/language/judge-draft';
import { parseDraft } from '../../../src/language/parse-draft';
import { checkedCorpus } from '../../support/problems-of';

export const fixesIn = (draft: string, corpus: Corpus = checkedCorpus()): DraftFixes =>
  new DraftFixes(judgeDraft(corpus, parseDraft(draft)));

/** Each fix of a draft's problems: its title and the draft it leads to; the preferred one begins with a star. */
export function fixesOf(draft: string, corpus?: Corpus): string[] {
  const fixes = fixesIn(draft, corpus);
  return fixes.problems.flatMap((problem) =>
    fixes
      .of(problem)
      .map(
        ({ title, edits, isPreferred }) =>
          `${isPreferred ? '* ' : ''}${title} -> ${applyReplacements(draft, edits)}`,
      ),
  );
}
