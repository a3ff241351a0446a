import type { MappedTextBuilder } from '../text/mapped-text';
import { decodeCharacterReference } from './character-reference';

/** Comments, scripts, styles and tags; entities (group 1); words (group 2). */
const HTML =
  /<!--[\s\S]*?(?:-->|$)|<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)|<[!?/a-z][^>]*(?:>|$)|(&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|\w{1,31});)|([^<&]+|[<&])/gi;

/** Adds what a reader sees of a block of HTML that stands in Markdown; answers how many units it added. */
export function appendHtmlReading(
  builder: MappedTextBuilder,
  markdown: string,
  start: number,
  end: number,
): number {
  let added = 0;
  for (const match of markdown.slice(start, end).matchAll(HTML)) {
    const [whole, , entity, words] = match;
    const from = start + match.index;
    if (words !== undefined) builder.copy(markdown, from, from + whole.length);
    else if (entity !== undefined)
      builder.replace(decodeCharacterReference(entity), from, from + whole.length);
    added += words?.length ?? (entity === undefined ? 0 : decodeCharacterReference(entity).length);
  }
  return added;
}
