import { isAccepted } from '#corpus-index';
import type { JudgedQuotation } from '../language/judge-draft';
import { fullReference, paragraphLocator } from '../language/reference';
import type { ReviewedItem } from '../language/review/pair-reviews';
import {
  passagePieces,
  quotationSide,
  shownPassages,
  surroundingsOf,
  type QuotationSide,
} from '../language/review/review-entry';
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
  const { citation, locator, sentence } = item;
  const name = `@${citation.key}${locator === undefined ? '' : `, ${locator}`}`;
  return [
    `<article id="c${draft}-${number}" data-states="${outcome}|${state}">`,
    `<div class="head"><h3>${number}. ${inline(name)}</h3>`,
    `<span class="tag ${toneOf(item)}">${outcome}</span><span class="tag ${state === 'rejected' ? 'bad' : 'plain'}">${state}</span>`,
    `<span class="where">line ${line}</span></div>`,
    referenceLine(item, sourceAnchor),
    ...(sentence === '' ? [] : [`<h4>Sentence</h4>`, paragraph(sentence, 'claim')]),
    `<div class="sides"><div>${draftSide(item)}</div><div>${sourceSide(item)}</div></div>`,
    ...decision(item),
    '</article>',
  ].join('\n');
}

function toneOf({ quotations, resolved }: ReviewedItem): string {
  if (!resolved || quotations.some(({ judgement }) => !isAccepted(judgement.verdict))) return 'bad';
  return quotations.length > 0 ? 'good' : 'plain';
}

function referenceLine({ source }: ReviewedItem, anchor: string | undefined): string {
  if (!source) return '<p class="where">There is no source with this key.</p>';
  const { admiralty } = surroundingsOf([], source);
  const code = admiralty === undefined ? '' : ` · Reliability and credibility: ${said(admiralty)}`;
  const reference = inline(fullReference(source));
  return `<p class="where">${anchor === undefined ? reference : `<a href="#${anchor}">${reference}</a>`}${code}</p>`;
}

function draftSide({ quotations, resolved }: ReviewedItem): string {
  const parts = quotations.map(quotationPart);
  if (!resolved) parts.push('<p class="where">This citation does not resolve.</p>');
  else if (quotations.length === 0) parts.push('<p class="where">Nothing is quoted.</p>');
  return `<h4>In the draft</h4>${parts.join('')}`;
}

function quotationPart(one: JudgedQuotation): string {
  const side = quotationSide(one);
  const { differences, risks } = side;
  return [
    quoted(side.pieces, 'differs'),
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

function sourceSide(item: ReviewedItem): string {
  const { source } = item;
  const passages = shownPassages(item);
  if (!source || passages.length === 0)
    return `<h4>In the source</h4><p class="where">${source ? 'No passage is cited: the source as a whole is.' : 'Nothing.'}</p>`;
  const { before, behind } = surroundingsOf(passages, source);
  const left = item.passages.length - passages.length;
  return [
    '<h4>In the source</h4>',
    ...(before === undefined ? [] : [paragraph(before, 'faint')]),
    ...passages.map(
      (passage) =>
        `<p class="where">${paragraphLocator(passage.n)}</p>${quoted(passagePieces(source, passage, item.quotations), 'quoted')}`,
    ),
    ...(left > 0 ? [`<p class="where">${left} more cited paragraphs are not shown.</p>`] : []),
    ...(behind === undefined ? [] : [paragraph(behind, 'faint')]),
  ].join('');
}

function decision({ state }: ReviewedItem): string[] {
  if (state.kind === 'undecided') return [];
  const { decision: what, by, at, note } = state.review;
  const stale =
    state.kind === 'stale' ? `<p><strong>Stale: changed since: ${state.sides.join(', ')}.</strong></p>` : '';
  return [
    `<div class="review"><h4>Review</h4><p>${what} by ${inline(by)}, ${inline(at)}</p>`,
    ...(note === undefined ? [] : [paragraph(note, 'note')]),
    `${stale}</div>`,
  ];
}
