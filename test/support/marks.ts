/** A stretch marked in a test's text. */
export interface MarkedSpan {
  readonly start: number;
  readonly end: number;
}

/** Takes the range marks ⟦ and ⟧ out of a test's text: the text without them, and what stood between each pair. */
export function marked(source: string): { text: string; spans: MarkedSpan[] } {
  let text = '';
  const open: number[] = [];
  const spans: MarkedSpan[] = [];
  for (const character of source) {
    if (character === '⟦') open.push(text.length);
    else if (character === '⟧') spans.push({ start: open.pop() ?? 0, end: text.length });
    else text += character;
  }
  return { text, spans };
}
