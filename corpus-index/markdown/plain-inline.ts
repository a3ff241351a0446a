import { InlineTextBuilder } from './inline-text-builder';
import { MARKUP, type InlineText } from './inline-text';

/** What may be inline markup: escapes, code, stars, underscores at a word's edge, entities, tags, links. */
const MAY_BE_MARKUP = /[\\`*]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&[#\w]|<[\w/!?]|\]\(/u;
/** A note's reference without anything odd in it, and what may be one with. */
const NOTE = /\[\^[^\s[\]<&]{1,99}\](?![[:])/;
const MAY_BE_NOTE = /\[\^/g;

/** A line's end (group 1) with the white space around it, which is not read, or a note's reference (group 2). */
const PART = new RegExp(String.raw`(?<![ \t])[ \t]*(\r\n|\n|\r)[ \t]*|(${NOTE.source})`, 'g');

/** The inline text of a paragraph without any inline markup but notes; undefined where it may have some. */
export function plainInline(content: string, base: number, hasLabels: boolean): InlineText | undefined {
  if (MAY_BE_MARKUP.test(content) || (hasLabels && content.includes('['))) return undefined;
  const builder = new InlineTextBuilder();
  let at = 0;
  let notes = 0;
  for (const { 0: part, 1: lineEnd, 2: note, index } of content.matchAll(PART)) {
    builder.add('text', content.slice(at, index), base + at, base + index);
    at = index + part.length;
    if (lineEnd !== undefined) {
      const start = base + index + part.search(/[\r\n]/);
      builder.lineBreak(start, start + lineEnd.length);
    } else if (note !== undefined) {
      notes++;
      builder.add('note', MARKUP, base + index, base + at, { label: note.slice(2, -1).toLowerCase() });
    }
  }
  builder.add('text', content.slice(at), base + at, base + content.length);
  return notes === (content.match(MAY_BE_NOTE)?.length ?? 0) ? builder.finish() : undefined;
}
