/** YAML metadata as pandoc and Quarto read it: `---`, a line that is not blank, up to `---` or `...`. */
const FRONT_MATTER =
  /^---[ \t]*(?:\r\n|\n|\r(?!\n))(?![ \t]*[\r\n])(?:[^\r\n]*(?:\r\n|\n|\r(?!\n)))*?(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|$)/;

/** Where a text's YAML front matter ends (behind its last line's end), in UTF-16 code units from `from`; 0: none. */
export const frontMatterLength = (text: string, from = 0): number =>
  FRONT_MATTER.exec(from === 0 ? text : text.slice(from))?.[0].length ?? 0;
