import { markdownSpan, type Container, type Span } from '#corpus-index';
import type { ParagraphRuns } from './paragraph-runs';
import type { PlacedBlock } from './placed-block';
import { trimmed } from './quoted-stretches';
import { sentenceAt } from './sentences';
import type { UnpairedMark } from './mark-pairs';
import { TEX_CLOSING, TEX_OPENING } from './marks';
import type { PlacedProse } from './placed-prose';
import type { Prose } from './prose';

/**
 * Where a quotation seems to stand that cannot be read: a mark without a partner in a paragraph that cites, and
 * quotations in HTML. `quotes`: the block quote around each block.
 */
export function unreadSpans(
  draft: string,
  blocks: readonly PlacedBlock[],
  quotes: readonly (Container | undefined)[],
  runs: ParagraphRuns,
): Span[] {
  return blocks.flatMap(({ block, base, placed }, index) => {
    if (block.kind === 'html') {
      const html = draft.slice(base + block.start, base + block.end).replace(/<!--[\s\S]*?(?:-->|$)/g, '');
      return /<(?:blockquote|q)[\s>]/i.test(html) || quotesAndCites(html)
        ? [{ start: base + block.start, end: base + block.end }]
        : [];
    }
    return placed && !quotes[index] ? [placed, ...placed.notes].flatMap((one) => unreadIn(one, runs)) : [];
  });
}

/** Words between quotation marks, and a citation, which is none in HTML. */
function quotesAndCites(html: string): boolean {
  const words = html.replace(/<[^>]*>/g, ' ');
  return /["“”„«»「『]/.test(words) && /(?<![\p{L}\p{N}])@[\p{L}\p{N}_{]/u.test(words);
}

/** Of ``one'' and ``two'' Markdown takes what stands between the two pairs of backticks for code. */
const texCode = ({ inline, markdown }: Prose): UnpairedMark[] =>
  inline.pieces
    .filter(
      ({ kind, start, end }) =>
        kind === 'opaque' &&
        markdown.slice(start - TEX_OPENING.length, start) === TEX_OPENING &&
        markdown.slice(start, end).includes(TEX_CLOSING),
    )
    .map(({ at }) => ({ at, opens: true }));

function unreadIn({ prose, base }: PlacedProse, runs: ParagraphRuns): Span[] {
  if (prose.anchors.length === 0) return [];
  const { text } = prose.inline;
  const marks = [...prose.unpaired.filter((mark) => !runs.marks.has(mark)), ...texCode(prose)];
  const spans: { start: number; end: number }[] = [];
  for (const { at, opens } of marks) {
    const sentence = sentenceAt(prose.sentences, at);
    const words = opens
      ? trimmed(text, at, prose.sentences[sentence] ?? text.length)
      : trimmed(text, prose.sentences[sentence - 1] ?? 0, at + 1);
    const { start, end } = markdownSpan(prose.inline, words.start, Math.max(words.end, words.start + 1));
    const last = spans.at(-1);
    if (last && base + start < last.end) last.end = Math.max(last.end, base + end);
    else spans.push({ start: base + start, end: base + end });
  }
  return spans;
}
