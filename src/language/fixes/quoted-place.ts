import { surroundingsAt } from '../cite/surroundings';
import { escapeBars, plainToMarkdown } from '../cite/plain-to-markdown';
import type { Draft, Quotation } from '../draft';

/** The marks that a quotation has inside one that begins with the mark before the colon. */
const INNER_MARKS: Readonly<Record<string, readonly [open: string, close: string]>> = {
  '"': ["'", "'"],
  '“': ['‘', '’'],
  '„': ['‚', '‘'],
  '«': ['“', '”'],
  '»': ['›', '‹'],
};

/** What the place of a quotation asks of words that are put into it. */
export interface QuotedPlace {
  readonly inTable: boolean;
  /** The marks for a quotation inside it; undefined where a source's own marks can stand as they are. */
  readonly innerMarks: readonly [open: string, close: string] | undefined;
}

export function quotedPlace({ text }: Draft, { span }: Quotation): QuotedPlace {
  const opening = /(.)[*_]*$/su.exec(text.slice(Math.max(0, span.start - 8), span.start))?.[1];
  return {
    inTable: surroundingsAt(text, span.start).inTable,
    innerMarks: opening === undefined ? undefined : INNER_MARKS[opening],
  };
}

/** Words of a source as Markdown that reads as these words where they are put, at `at` of the draft. */
export function markdownFor(draft: Draft, place: QuotedPlace, words: string, at: number): string {
  const nested = place.innerMarks ? withInnerMarks(words, place.innerMarks) : words;
  const beginsLine = !/[\p{L}\p{N}]/u.test(draft.text.slice(draft.text.lastIndexOf('\n', at - 1) + 1, at));
  // Behind other words nothing can begin a list or a heading, so nothing has to be escaped for that.
  const markdown = beginsLine ? plainToMarkdown(nested) : plainToMarkdown(`x ${nested}`).slice(2);
  return place.inTable ? escapeBars(markdown) : markdown;
}

/** The source's double marks as the inner marks of the draft's quotation. A straight one opens where a word follows. */
export function withInnerMarks(words: string, [open, close]: readonly [string, string]): string {
  return words
    .replace(/[“„«]/g, open)
    .replace(/[”»]/g, close)
    .replace(/(^|[\s([—–-])"(?=\S)/g, `$1${open}`)
    .replace(/"/g, close);
}

/** What parts two paragraphs of the block quote at `at`; undefined where the line does not show its marks. */
export function blockPrefix({ text }: Draft, at: number): string | undefined {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  const marks = /^.*> ?/.exec(line)?.[0];
  if (marks === undefined) return undefined;
  const prefix = marks.replace(/[^>\s]/g, ' ');
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  return `${eol}${prefix.trimEnd()}${eol}${prefix.endsWith(' ') ? prefix : `${prefix} `}`;
}
