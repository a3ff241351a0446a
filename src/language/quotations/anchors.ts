import { MARKUP, unitAt, type InlineText, type Span } from '#corpus-index';
import type { CitationGroup } from '../citations/find-citations';
import type { Citation } from '../draft';
import { isSignal } from './attribution-words';
import type { Prose } from './prose';

/** A stretch that is no quoted words where it stands among some, and what it is read as instead. */
export interface Cut extends Span {
  readonly as: '' | '(' | ')';
}

/**
 * What may claim a quotation for a source, in units of an inline text. A `bracket` stands behind what it speaks of, as
 * does a `note`; `in-text`, an author named in the sentence, mostly stands before. A citation between round brackets
 * is a bracket.
 */
export interface Anchor extends Span {
  readonly kind: 'bracket' | 'in-text' | 'note';
  readonly citations: readonly Citation[];
  /** What of it is not compared where it stands among quoted words: all, unless it has words of its own. */
  readonly cuts: readonly Cut[];
  /** The words besides its keys, locators and signals, if it has any: what could be taken for words of the source. */
  readonly words?: string;
  /** Of a reference to a footnote. */
  readonly label?: string;
  /** Of an inline note. */
  readonly note?: Prose;
}

/** How far the round brackets around a citation may stand from it. */
const WIDEST_PARENTHESIS = 120;

export function anchorsOf(
  inline: InlineText,
  groups: readonly CitationGroup[],
  notes: ReadonlyMap<number, Prose>,
): Anchor[] {
  const own = groups.map((group) => groupWords(inline, group));
  const text = withoutPlain(inline.text, groups, own);
  const citations = groups.map((group, index) => citationAnchor(inline, text, group, own[index] ?? ''));
  const references = inline.pieces
    .filter(({ kind }) => kind === 'note')
    .map(({ at, length, label }): Anchor => {
      const note = notes.get(at);
      const span = { start: at, end: at + length };
      return {
        kind: 'note',
        ...span,
        cuts: [{ ...span, as: '' }],
        citations: [],
        ...(label !== undefined && { label }),
        ...(note && { note }),
      };
    });
  return references.length === 0
    ? citations
    : [...citations, ...references].sort((a, b) => a.start - b.start);
}

function citationAnchor(inline: InlineText, text: string, group: CitationGroup, words: string): Anchor {
  const { kind, start, end, citations } = group;
  const before = /\([^()"“”„«»]*$/.exec(text.slice(Math.max(0, start - WIDEST_PARENTHESIS), start))?.[0];
  const after = /^[^()"“”„«»]*\)/.exec(text.slice(end, end + WIDEST_PARENTHESIS))?.[0];
  const cuts: readonly Cut[] = words === '' ? [{ start, end, as: '' }] : keyCuts(inline, group);
  const own = words === '' ? {} : { words };
  if (before === undefined || after === undefined) return { kind, start, end, citations, cuts, ...own };
  const wide = { start: start - before.length, end: end + after.length };
  const around = [before.slice(1), after.slice(0, -1)].filter((part) => !isSignal(part));
  if (around.length === 0 && words === '')
    return { kind: 'bracket', ...wide, citations, cuts: [{ ...wide, as: '' }] };
  return { kind: 'bracket', ...wide, citations, cuts, words: [words, ...around].join(' , ') };
}

/** The words in a citation's prefixes and suffixes, if they are more than signals. */
function groupWords(inline: InlineText, { start, end, citations }: CitationGroup): string {
  if (citations.every(({ prefix, suffix }) => isSignal(prefix) && isSignal(suffix))) return '';
  const cuts = keyCuts(inline, { start, end, citations });
  return withoutSpans(inline.text, start, end, cuts, ' , ').trim();
}

/** The keys and locators of a citation; its square brackets are read as the round ones that pandoc makes of them. */
function keyCuts(
  { text, ...inline }: InlineText,
  { start, end, citations }: Pick<CitationGroup, 'start' | 'end' | 'citations'>,
): Cut[] {
  const spans = citations.flatMap(({ span, locator }) => [span, ...(locator ? [locator.span] : [])]);
  const cuts = spans.map((span): Cut => {
    const from = unitAt({ text, ...inline }, span.start);
    return { start: from, end: Math.max(from, unitAt({ text, ...inline }, span.end)), as: '' };
  });
  const open = text.indexOf('[', citations[0]?.inText ? (cuts[0]?.end ?? start) : start);
  if (open >= start && open < end) cuts.push({ start: open, end: open + 1, as: '(' });
  if (text[end - 1] === ']') cuts.push({ start: end - 1, end, as: ')' });
  return cuts.sort((a, b) => a.start - b.start);
}

function withoutSpans(text: string, start: number, end: number, spans: readonly Span[], by: string): string {
  let words = '';
  let from = start;
  for (const span of spans) {
    words += text.slice(from, Math.max(from, span.start)) + by;
    from = Math.max(from, span.end);
  }
  return words + text.slice(from, end);
}

/** The text with markup in place of the citations that have no words of their own, unit for unit. */
function withoutPlain(text: string, groups: readonly CitationGroup[], words: readonly string[]): string {
  let masked = '';
  let from = 0;
  groups.forEach(({ start, end }, index) => {
    if (words[index] !== '') return;
    masked += text.slice(from, start) + MARKUP.repeat(end - start);
    from = end;
  });
  return masked + text.slice(from);
}
