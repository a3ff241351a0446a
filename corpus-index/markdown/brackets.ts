import type { InlineText } from './inline-text';

/**
 * The pairs of square brackets in an inline text: the unit of each `[` with that of its `]`. Brackets that are
 * escaped or in code are none, and none reaches over the edge of emphasis or of a link. One pass, whatever the text.
 */
export function bracketPairs(inline: Pick<InlineText, 'scan' | 'groups'>): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const edges = groupEdges(inline);
  const levels: number[][] = [[]];
  let edge = 0;
  for (const { index } of inline.scan.matchAll(/[[\]]/g)) {
    for (; (edges[edge]?.at ?? Infinity) <= index; edge++) {
      if (edges[edge]?.opens) levels.push([]);
      else levels.pop();
    }
    const open = levels.at(-1);
    if (inline.scan[index] === '[') open?.push(index);
    else {
      const start = open?.pop();
      if (start !== undefined) pairs.set(start, index);
    }
  }
  return pairs;
}

/** Where groups begin and end, in the order of the text; one that ends comes before one that begins. */
function groupEdges({ groups }: Pick<InlineText, 'groups'>): { at: number; opens: boolean }[] {
  const edges = groups.flatMap(({ start, end }) => [
    { at: start, opens: true },
    { at: end, opens: false },
  ]);
  return edges.sort((a, b) => a.at - b.at || Number(a.opens) - Number(b.opens));
}
