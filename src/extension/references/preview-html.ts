import { DIRECTION_MARKS } from '../../protocol/plain-message';
import type { PreviewCitation, PrintedRun, PrintedText } from '../../protocol/references';

/** The signs of the marks: they tell what the colours tell. */
const SIGNS = { accepted: '✓', refused: '✗', unchecked: '?' } as const;

/** What is said beside what the server has printed, in the person's language. */
export interface PreviewWords {
  readonly beingChecked: string;
  readonly references: string;
}

/** HTML of a citation; while what is judged changes, its mark does not hold. All words are escaped: nothing in a source or draft can become markup. */
export function citationHtml(citation: PreviewCitation, holds: boolean, words: PreviewWords): string {
  const { author = [], text, note, href } = citation;
  const before = author.length > 0 ? `${textHtml(author)}${note === undefined ? ' ' : ''}` : '';
  const inner = note === undefined ? `${before}${textHtml(text)}` : `${before}<sup>${note}</sup>`;
  const mark = holds ? citation.mark : ({ state: 'unchecked', title: words.beingChecked } as const);
  return `${linked(inner, href)}${markHtml(mark)}`;
}

/** HTML of the notes, in a style that cites in notes, and of the list of references; empty where there is neither. */
export function referencesHtml(
  citations: readonly PreviewCitation[],
  entries: readonly PrintedText[],
  words: PreviewWords,
): string {
  const notes = citations.flatMap(({ note, text, href }) =>
    note === undefined ? [] : `<li value="${note}">${linked(textHtml(text), href)}</li>`,
  );
  const list = entries.map((entry) => `<p class="sourcewright-entry">${textHtml(entry)}</p>`);
  const parts = [
    ...(notes.length > 0 ? [`<ol class="sourcewright-notes">${notes.join('')}</ol>`] : []),
    ...(list.length > 0 ? [`<h2>${escapeHtml(words.references)}</h2>`, ...list] : []),
  ];
  return parts.length > 0 ? `<section class="sourcewright-references">${parts.join('\n')}</section>\n` : '';
}

/** A sentence in place of the references that could not be printed. */
export const problemHtml = (problem: string): string =>
  `<p class="sourcewright-problem">${escapeHtml(problem)}</p>\n`;

function linked(inner: string, href: string | undefined): string {
  if (href === undefined) return `<span class="sourcewright-citation">${inner}</span>`;
  const target = escapeHtml(href);
  return `<a class="sourcewright-citation" href="${target}" data-href="${target}">${inner}</a>`;
}

function markHtml({ state, title }: PreviewCitation['mark']): string {
  const text = escapeHtml(title);
  return `<span class="sourcewright-mark sourcewright-${state}" role="img" aria-label="${text}" title="${text}">${SIGNS[state]}</span>`;
}

const textHtml = (text: PrintedText): string => text.map(runHtml).join('');

function runHtml({ text, italic, bold, smallCaps, raised, lowered }: PrintedRun): string {
  const tags = [italic && 'em', bold && 'strong', raised && 'sup', lowered && 'sub'].filter(
    (tag) => typeof tag === 'string',
  );
  const inner = smallCaps
    ? `<span class="sourcewright-small-caps">${escapeHtml(text)}</span>`
    : escapeHtml(text);
  return tags.reduce((html, tag) => `<${tag}>${html}</${tag}>`, inner);
}

export const escapeHtml = (text: string): string =>
  text
    .replace(DIRECTION_MARKS, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
