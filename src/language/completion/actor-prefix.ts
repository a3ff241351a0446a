/** A name is looked for once so many letters are typed. */
const FEWEST_LETTERS = 2;

/** Words that the cursor stands behind, the last one unfinished. */
const NAME_BEGUN = /(?:^|[^\p{L}\p{N}@'’.-])((?:\p{Lu}[\p{L}\p{M}'’ʿʾ-]*\s+)?\p{L}[\p{L}\p{M}'’ʿʾ-]*)$/u;

const REACH = 80;

/** The beginning of a name in front of the cursor: one word, or two where the first is capitalised. */
export function actorCompletionPrefix(
  text: string,
  offset: number,
): { readonly text: string; readonly start: number } | undefined {
  const typed = NAME_BEGUN.exec(text.slice(Math.max(0, offset - REACH), offset))?.[1];
  if (typed === undefined || typed.replace(/\P{L}/gu, '').length < FEWEST_LETTERS) return undefined;
  return { text: typed, start: offset - typed.length };
}
