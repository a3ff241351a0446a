import type { Range, Sentence } from '../../protocol/index';

/**
 * The stretches of a source to quote for the sentences chosen: neighbours are one stretch, and between two
 * stretches the server puts a marked ellipsis. Empty when every sentence is chosen: the whole passage.
 */
export function quotedRanges(
  sentences: readonly Sentence[],
  chosen: ReadonlySet<Sentence>,
): readonly Range[] {
  if (chosen.size === sentences.length) return [];
  const ranges: Range[] = [];
  let joins = false;
  for (const sentence of sentences) {
    const last = joins ? ranges.pop() : undefined;
    joins = chosen.has(sentence);
    if (joins) ranges.push({ start: last?.start ?? sentence.range.start, end: sentence.range.end });
    else if (last) ranges.push(last);
  }
  return ranges;
}
