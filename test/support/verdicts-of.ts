import { Corpus, type SourceText } from '#corpus-index';
import { judgeDraft } from '../../src/language/judge-draft';
import { parseDraft } from '../../src/language/parse-draft';

/** The verdicts of quotations of a source as a draft has them, cited by `KEY` with a locator or without. */
export function verdictsOf(source: SourceText, ...quotations: readonly string[]): string[] {
  const corpus = new Corpus();
  corpus.put(source);
  const key = corpus.sources[0]?.key ?? '';
  const draft = quotations.map((one) => one.replace('KEY', key)).join('\n\n');
  return judgeDraft(corpus, parseDraft(`${draft}\n`)).quotations.map(({ judgement }) => judgement.verdict);
}
