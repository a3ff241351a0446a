import { fold, type Source } from '#corpus-index';
import type { Draft } from '../draft';
import { escapeMarkdown } from '../markdown-escape';
import { passageText } from '../passage-text';
import { paragraphLocator } from '../reference';
import type { CompletionContext, CompletionItem, Completions } from './completion';

/** A key in a bracket, or one in the text with its own bracket, and a locator that has been begun. */
const BEGUN =
  /@\{?([\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&+?<>~/-](?=[\p{L}\p{N}_]))*)\}?(?:,\s*|\s*\[)((?:p(?:a(?:r(?:a)?)?)?\.?\s*)?(?:\d*|[\p{L}][\p{L}\p{M}'’ -]*))$/iu;

const REACH = 300;

/** Longest excerpt beside a paragraph's number, in UTF-16 code units. */
const LONGEST_EXCERPT = 80;

/** Behind a known key and a comma: the paragraphs of its source, with their words. */
export function completeLocator(
  { corpus }: CompletionContext,
  draft: Draft,
  offset: number,
): Completions | undefined {
  const before =
    draft.text
      .slice(Math.max(0, offset - REACH), offset)
      .split(/[\n\r]/)
      .at(-1) ?? '';
  const begun = BEGUN.exec(before);
  const source = corpus.source(begun?.[1] ?? '');
  if (!begun || !source || !isInBracket(before)) return undefined;
  const typed = begun[2] ?? '';
  const wanted = fold(typed.replace(/^p(?:ara?)?\.?\s+/i, ''))
    .split(' ')
    .filter((word) => /\p{L}{3,}/u.test(word) && !'para'.startsWith(word));
  const digits = String(source.passages.length).length;
  const items: CompletionItem[] = source.passages
    .filter((passage) => holdsWords(passageText(source, passage), wanted))
    .map((passage) => {
      const text = passageText(source, passage);
      const label = paragraphLocator(passage.n);
      return {
        label,
        kind: 'passage' as const,
        detail:
          (passage.page === undefined ? '' : `p. ${passage.page} · `) +
          (text.length > LONGEST_EXCERPT ? `${text.slice(0, LONGEST_EXCERPT)}…` : text),
        documentation: escapeMarkdown(text),
        filterText: wanted.length > 0 ? typed : /^\d/.test(typed) ? String(passage.n) : label,
        sortText: String(passage.n).padStart(digits, '0'),
        replace: { start: offset - typed.length, end: offset },
        newText: label,
      };
    });
  if (wanted.length === 0 && source.pages) items.push(...pageItems(source, typed, offset));
  return { items, incomplete: wanted.length > 0 || /^\d*$/.test(typed) };
}

/** The pages of a paged source, each with the beginning of what stands on it. */
function pageItems({ pages = [], text }: Source, typed: string, offset: number): CompletionItem[] {
  const first = new Map(pages.toReversed().map((page) => [page.label, page]));
  const ordered = [...first.values()].sort((a, b) => a.n - b.n);
  return ordered.map(({ label, start, end, n }) => ({
    label: `p. ${label}`,
    kind: 'passage',
    detail: text.slice(start, Math.min(end, start + LONGEST_EXCERPT)).replace(/\s+/g, ' '),
    filterText: /^\d/.test(typed) ? label : `p. ${label}`,
    sortText: `page ${String(n).padStart(6, '0')}`,
    replace: { start: offset - typed.length, end: offset },
    newText: `p. ${label}`,
  }));
}

const isInBracket = (before: string): boolean => before.lastIndexOf('[') > before.lastIndexOf(']');

/** Whether a passage has words that begin as each of these. */
function holdsWords(text: string, wanted: readonly string[]): boolean {
  if (wanted.length === 0) return true;
  const known = fold(text).split(' ');
  return wanted.every((word) => known.some((one) => one.startsWith(word)));
}
