/** Longest words that a message repeats whole, in UTF-16 code units; of longer ones it shows where they differ. */
const LONGEST = 90;

/** So many common words are shown on either side of a difference. */
const AROUND = 4;

/** Longest stretch shown of words that differ throughout. */
const LONGEST_DIFFERENT = 160;

/** Words for a message, on one line: all of them, or of long ones what differs between them and a little around. */
export function toldWords(texts: readonly string[]): string[] {
  const lines = texts.map((text) => text.replace(/\s+/g, ' ').trim());
  if (lines.every((line) => line.length <= LONGEST)) return lines;
  const words = lines.map((line) => line.split(' '));
  const head = common(words);
  const tail = common(words.map((one) => one.slice(head).reverse()));
  return words.map((one) => {
    const [from, to] = [Math.max(0, head - AROUND), one.length - Math.max(0, tail - AROUND)];
    const shown = shortened(one.slice(from, to).join(' '));
    return `${from > 0 ? '… ' : ''}${shown}${to < one.length ? ' …' : ''}`;
  });
}

/** How many words all of them begin with; of one alone, all that make a message too long. */
function common(all: readonly (readonly string[])[]): number {
  const [first = [], ...others] = all;
  if (others.length === 0) return 0;
  let same = 0;
  while (same < first.length && others.every((other) => other[same] === first[same])) same++;
  return same;
}

function shortened(line: string): string {
  if (line.length <= LONGEST_DIFFERENT) return line;
  const half = LONGEST_DIFFERENT / 2;
  return `${line.slice(0, half).replace(/\s+\S*$/, '')} … ${line.slice(-half).replace(/^\S*\s+/, '')}`;
}
