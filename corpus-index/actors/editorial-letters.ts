import type { MappedText } from '../text/mapped-text';
import { MappedTextBuilder } from '../text/mapped-text';

/** Letters that an editor changed or added within a word: "[A]l Qaeda", "Guard[s]", "[al-]Qaeda". */
const LETTERS = /\[(\p{L}{1,4}-?)\]/uy;
const LETTER = /\p{L}/u;

/** A text without the square brackets around single letters of a word, which remembers where they stood. */
export function withoutLetterBrackets(text: string): MappedText {
  let builder: MappedTextBuilder | undefined;
  let done = 0;
  for (let at = text.indexOf('['); at >= 0; at = text.indexOf('[', at + 1)) {
    LETTERS.lastIndex = at;
    const [whole, letters] = LETTERS.exec(text) ?? [];
    if (whole === undefined || letters === undefined) continue;
    const end = at + whole.length;
    if (!LETTER.test(text.charAt(end)) && !LETTER.test(text.charAt(at - 1))) continue;
    builder ??= new MappedTextBuilder();
    builder.copy(text, done, at);
    builder.replace(letters, at, end);
    done = end;
  }
  if (!builder) return { text };
  builder.copy(text, done, text.length);
  return builder.finish();
}
