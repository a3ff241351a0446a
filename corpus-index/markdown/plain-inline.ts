import { InlineTextBuilder } from './inline-text-builder';
import type { InlineText } from './inline-text';

/** What may be inline markup: escapes, code, stars, underscores at a word's edge, entities, tags, links, notes. */
const MARKUP = /[\\`*]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&[#\w]|<[\w/!?]|\]\(|\[\^/u;

/** A line's end with the white space around it, which is not read; the end of the line itself is group 1. */
const LINE_END = /(?<![ \t])[ \t]*(\r\n|\n|\r)[ \t]*/g;

/** The inline text of a paragraph without any inline markup; undefined where it may have some. */
export function plainInline(content: string, base: number, hasLabels: boolean): InlineText | undefined {
  if (MARKUP.test(content) || (hasLabels && content.includes('['))) return undefined;
  const builder = new InlineTextBuilder();
  let at = 0;
  for (const match of content.matchAll(LINE_END)) {
    builder.add('text', content.slice(at, match.index), base + at, base + match.index);
    const lineEnd = base + match.index + match[0].search(/[\r\n]/);
    builder.lineBreak(lineEnd, lineEnd + (match[1]?.length ?? 0));
    at = match.index + match[0].length;
  }
  builder.add('text', content.slice(at), base + at, base + content.length);
  return builder.finish();
}
