import { markdownSpan, type Container, type Span } from '#corpus-index';
import type { ParagraphRuns } from './paragraph-runs';
import type { PlacedBlock } from './placed-block';
import { trimmed } from './quoted-stretches';
import { sentenceAt } from './sentences';
import type { PlacedProse } from './placed-prose';

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
      return /<(?:blockquote|q)[\s>]/i.test(html)
        ? [{ start: base + block.start, end: base + block.end }]
        : [];
    }
    return placed && !quotes[index] ? [placed, ...placed.notes].flatMap((one) => unreadIn(one, runs)) : [];
  });
}

function unreadIn({ prose, base }: PlacedProse, runs: ParagraphRuns): Span[] {
  const { text } = prose.inline;
  const marks = prose.unpaired.filter((mark) => !runs.marks.has(mark));
  if (marks.length === 0 || prose.anchors.length === 0) return [];
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
