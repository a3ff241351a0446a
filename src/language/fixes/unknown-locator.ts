import { judgeQuotation } from '#corpus-index';
import type { Citation } from '../draft';
import type { JudgedDraft, JudgedQuotation } from '../judge-draft';
import { citePlace } from './cite-place';
import { type CitedLocator, locatorsOf, locatorTerm } from './cited-locator';
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
  const choices = locatorsOfAll(judged, citation, quoted);
  const isOnly = choices.length === 1;
  for (const locator of choices)
    yield {
      title: `Correct the locator to ${locatorTerm(locator)}`,
      attempts: citePlace(judged.draft, citation, { key: citation.key, locator }),
      isPreferred: isOnly,
      isSafe: isOnly,
    };
}

/** Of one quotation each place that it stands in; of several together one that each stands in. */
function locatorsOfAll(
  { corpus, draft }: JudgedDraft,
  citation: Citation,
  quoted: readonly JudgedQuotation[],
): CitedLocator[] {
  const source = corpus.source(citation.key);
  const found = quoted.map(({ quotation, judgement: { suggestion } }) =>
    source && suggestion
      ? locatorsOf(draft, citation, source, placesIn(corpus, quotation, suggestion)).filter(
          (one) => one !== undefined,
        )
      : [],
  );
  if (found.length === 1) return found.flat();
  const firsts = found.flatMap(([first]) => first ?? []);
  const label = firsts[0]?.label;
  if (label === undefined || firsts.some((one) => one.label !== label)) return [];
  const values = [...new Set(firsts.map(({ value }) => value))];
  // Labels such as `xii` stay in the order of their quotations.
  return [{ label, value: values.sort((a, b) => Number(a) - Number(b) || 0).join(', ') }];
}

/** `[@key, 4]` means a page, which a source without pages does not have; nothing but the number speaks for it. */
function* asParagraph({ draft, corpus }: JudgedDraft, citation: Citation): Proposals {
  const { key, locator } = citation;
  if (locator?.label !== 'page' || corpus.source(key)?.pages) return;
  const paragraph = { label: 'paragraph', value: locator.value } as const;
  yield {
    title: `Name a paragraph instead of a page: ${locatorTerm(paragraph)}`,
    attempts: citePlace(draft, citation, { key, locator: paragraph }),
  };
}

/** The cited source does not have the words at all, but another one does. */
function* citeOther(judged: JudgedDraft, citation: Citation, { quotation }: JudgedQuotation): Proposals {
  const claim = { key: citation.key };
  const { verdict, suggestion } = judgeQuotation(judged.corpus, readingsOf(quotation), [claim]);
  if (verdict === 'elsewhere' && suggestion) yield* citeSource(judged, citation, quotation, suggestion);
}
