import { judgeQuotation } from '#corpus-index';
import type { Citation } from '../draft';
import type { JudgedDraft, JudgedQuotation } from '../judge-draft';
import { citePlace, paragraphTerm } from './cite-place';
import { citeSource } from './cite-source';
import type { CitationFixer, Proposals } from './fix';
import { placesIn, readingsOf } from './places';
import { quotationsOf } from './subjects';

/** The paragraph in which the quoted words stand; a page that must be meant as a paragraph where nothing is quoted. */
export const fixUnknownLocator: CitationFixer = function* (judged, { citation }) {
  const quoted = quotationsOf(judged, citation);
  if (quoted.length === 0) yield* asParagraph(judged, citation);
  else if (quoted.every(({ judgement }) => judgement.suggestion?.source === citation.key))
    yield* correctLocator(judged, citation, quoted);
  else if (quoted[0] && quoted.length === 1) yield* citeOther(judged, citation, quoted[0]);
};

function* correctLocator(
  judged: JudgedDraft,
  citation: Citation,
  quoted: readonly JudgedQuotation[],
): Proposals {
  const choices = paragraphsOfAll(judged, quoted);
  const isOnly = choices.length === 1;
  for (const paragraphs of choices)
    yield {
      title: `Correct the locator to ${paragraphTerm(paragraphs)}`,
      attempts: citePlace(judged.draft, citation, { key: citation.key, paragraphs }),
      isPreferred: isOnly,
      isSafe: isOnly,
    };
}

/** Of one quotation each paragraph that it stands in; of several together one that each stands in. */
function paragraphsOfAll({ corpus }: JudgedDraft, quoted: readonly JudgedQuotation[]): string[] {
  const numbers = quoted.map(({ quotation, judgement: { suggestion } }) =>
    suggestion ? placesIn(corpus, quotation, suggestion).flatMap(({ n }) => n ?? []) : [],
  );
  if (numbers.length === 1) return numbers.flat().map(String);
  const firsts = new Set(numbers.flatMap(([first]) => first ?? []));
  return firsts.size > 0 ? [[...firsts].sort((a, b) => a - b).join(', ')] : [];
}

/** `[@key, 4]` means a page, which a source without pages does not have; nothing but the number speaks for it. */
function* asParagraph({ draft, corpus }: JudgedDraft, citation: Citation): Proposals {
  const { key, locator } = citation;
  if (locator?.label !== 'page' || corpus.source(key)?.pages) return;
  yield {
    title: `Name a paragraph instead of a page: ${paragraphTerm(locator.value)}`,
    attempts: citePlace(draft, citation, { key, paragraphs: locator.value }),
  };
}

/** The cited source does not have the words at all, but another one does. */
function* citeOther(judged: JudgedDraft, citation: Citation, { quotation }: JudgedQuotation): Proposals {
  const claim = { key: citation.key };
  const { verdict, suggestion } = judgeQuotation(judged.corpus, readingsOf(quotation), [claim]);
  if (verdict === 'elsewhere' && suggestion) yield* citeSource(judged, citation, quotation, suggestion);
}
