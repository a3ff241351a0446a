import type { Corpus } from '#corpus-index';
import { outcomeOf as citationOutcome, toneOf } from '../language/cited/outcome';
import type { JudgedQuotation } from '../language/judge-draft';
import { fullReference, passageLocator } from '../language/reference';
import type { ReviewedItem } from '../language/review/pair-reviews';
import {
  passagePieces,
  quotationSide,
  shownPassages,
  surroundingsOf,
  whyNoPassage,
  type NoPassage,
  type QuotationSide,
} from '../language/review/review-entry';
import { toldSides } from '../language/review/told-sides';
import { outcomeOf, reviewStateOf, type PackedCitation } from './evidence-pack';
import { inline, paragraph, quoted, said } from './markup';

/** One citation: what the draft makes of it beside what the source says, and what was decided. */
export function citationArticle(
  { number, line, item }: PackedCitation,
  draft: number,
  sourceAnchor: string | undefined,
): string {
  const outcome = outcomeOf(item);
  const state = reviewStateOf(item);
  const { citation, sentence } = item;
  const { prefix, locator, suffix } = item.words;
  const key = `${prefix === '' ? '' : `${prefix} `}@${citation.key}`;
  const name = [key, locator, suffix].filter((one) => one !== '').join(', ');
  return [
    `<article id="c${draft}-${number}" data-states="${outcome}|${state}">`,
    `<div class="head"><h3>${number}. ${inline(name)}</h3>`,
    `<span class="tag ${toneOf(citationOutcome(item))}">${outcome}</span><span class="tag ${state === 'rejected' ? 'bad' : 'plain'}">${state}</span>`,
    `<span class="where">line ${line}</span></div>`,
    referenceLine(item, sourceAnchor),
    ...(sentence === '' ? [] : [`<h4>Sentence</h4>`, paragraph(sentence, 'claim')]),
    `<div class="sides"><div>${draftSide(item)}</div><div>${sourceSide(item)}</div></div>`,
    ...decision(item),
    '</article>',
  ].join('\n');
}

function referenceLine(item: ReviewedItem, anchor: string | undefined): string {
  const { source } = item;
  if (!source) return `<p class="where">${NO_PASSAGE[whyNoPassage(item) ?? 'unknown-key']}</p>`;
  const { admiralty } = surroundingsOf([], source);
  const code = admiralty === undefined ? '' : ` · Reliability and credibility: ${said(admiralty)}`;
  const reference = inline(fullReference(source));
  return `<p class="where">${anchor === undefined ? reference : `<a href="#${anchor}">${reference}</a>`}${code}</p>`;
}

function draftSide(item: ReviewedItem): string {
  const { quotations, resolved, isUnread, corpus } = item;
  const parts = quotations.map((one) => quotationPart(one, corpus));
  if (isUnread)
    parts.push(
      '<p class="where">Whether there is such a place was not checked: the text of the source is not among the sources.</p>',
    );
  else if (!resolved) parts.push('<p class="where">This citation does not resolve.</p>');
  else if (quotations.length === 0) parts.push('<p class="where">Nothing is quoted.</p>');
  else if (citationOutcome(item) === 'unquoted')
    parts.push('<p class="where">These words stand in another source that is cited with this one.</p>');
  return `<h4>In the draft</h4>${parts.join('')}`;
}

function quotationPart(one: JudgedQuotation, corpus: Corpus): string {
  const side = quotationSide(one, corpus);
  const { differences, risks, instead } = side;
  return [
    quoted(side.pieces, 'differs'),
    ...(instead
      ? [
          `<p class="where">${instead.isSame ? 'These' : 'Similar'} words stand in ${inline(instead.place)}.</p>`,
        ]
      : []),
    ...(differences.length > 0 ? ['<h4>Differences</h4>', list(differences.map(differenceText))] : []),
    ...(risks.length > 0 ? ['<h4>Risks</h4>', list(risks)] : []),
  ].join('');
}

function differenceText({ kind, quotationText, sourceText }: QuotationSide['differences'][number]): string {
  const [ours, theirs] = [quotationText.trim(), sourceText.trim()];
  if (ours === '') return `${kind}: only in the source: “${theirs}”`;
  if (theirs === '') return `${kind}: only in the draft: “${ours}”`;
  return `${kind}: in the draft “${ours}”, in the source “${theirs}”`;
}

const list = (texts: readonly string[]): string =>
  `<ul class="plain">${texts.map((text) => `<li dir="auto">${said(text)}</li>`).join('')}</ul>`;

const NO_PASSAGE: Readonly<Record<NoPassage, string>> = {
  whole: 'No passage is cited: the source as a whole is.',
  'no-place': 'The place that is cited was not found in the source.',
  'no-text': 'The source is recorded, but its text is not at hand.',
  'unknown-key': 'There is no source with this key.',
};

function sourceSide(item: ReviewedItem): string {
  const { source } = item;
  const passages = shownPassages(item);
  if (!source || passages.length === 0)
    return `<h4>In the source</h4><p class="where">${source ? NO_PASSAGE[whyNoPassage(item) ?? 'whole'] : 'Nothing.'}</p>`;
  const { before, behind } = surroundingsOf(passages, source);
  const left = item.passages.length - passages.length;
  return [
    '<h4>In the source</h4>',
    ...(before === undefined ? [] : [paragraph(before, 'faint')]),
    ...passages.map(
      (passage) =>
        `<p class="where">${passageLocator(passage)}</p>${quoted(passagePieces(source, passage, item.quotations), 'quoted')}`,
    ),
    ...(left > 0 ? [`<p class="where">${left} more cited paragraphs are not shown.</p>`] : []),
    ...(behind === undefined ? [] : [paragraph(behind, 'faint')]),
  ].join('');
}

function decision({ state }: ReviewedItem): string[] {
  if (state.kind === 'undecided') return [];
  const { decision: what, by, at, note } = state.review;
  const stale =
    state.kind === 'stale' ? `<p><strong>Stale: ${toldSides(state.sides)} changed since.</strong></p>` : '';
  return [
    `<div class="review"><h4>Review</h4><p>${what} by ${inline(by)}, ${inline(at)}</p>`,
    ...(note === undefined ? [] : [paragraph(note, 'note')]),
    `${stale}</div>`,
  ];
}
