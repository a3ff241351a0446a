import { placeIn, shortReference } from '../reference';
import type { Check } from './check';

/** The quoted words stand nowhere in the corpus. */
export const missingQuotation: Check = ({ corpus, quotations }) =>
  quotations.flatMap(({ quotation, judgement }) => {
    if (judgement.verdict !== 'missing') return [];
    const { suggestion, reason } = judgement;
    const source = suggestion && corpus.source(suggestion.source);
    const hint = source
      ? `Similar words stand in ${placeIn(source, suggestion)} of ${shortReference(source)} (@${source.key}).`
      : reason === 'too-short'
        ? 'They are too few to look for similar ones: quote more of the sentence.'
        : 'Quote what the source says; mark omissions with an ellipsis and changes with brackets.';
    const words = reason === 'too-short' ? 'These words, as they are written here,' : 'These words';
    return [
      {
        code: 'missing-quotation',
        severity: 'error',
        message: `${words} stand in none of the sources, ${cited(quotation.citations)} included. ${hint}`,
        span: quotation.span,
        ...(suggestion
          ? { place: { source: suggestion.source, start: suggestion.start, end: suggestion.end } }
          : {}),
      },
    ];
  });

const cited = (citations: readonly { readonly key: string }[]): string =>
  citations.map(({ key }) => `@${key}`).join(' and ');
