/**
 * Words of a source as Markdown that reads as exactly these words: what pandoc or CommonMark would take for markup is
 * escaped, and nothing else, so that the draft stays readable.
 */
export function plainToMarkdown(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\\(?=[!-/:-@[-`{-~\s]|$)/g, '\\\\')
    .replace(/[`*]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/<(?=[a-z!/?])/gi, '\\<')
    .replace(/&(?=#?[a-z0-9]+;)/gi, '\\&')
    .replace(/\[(?=[@^!\]-])|\](?=[([:{])/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])@(?=[\p{L}\p{N}_{])/gu, '\\@')
    .replace(/[~^$]/g, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^([-+>#=:]|#{2,6})(?=\s|$)/, '\\$1')
    .replace(/^(>|:{3,})/, '\\$1');
}

/** Inside a row of a table the bar parts cells. */
export const escapeBars = (markdown: string): string => markdown.replace(/\|/g, '\\|');
