import { endsSentence, looksLikeHeading } from './heading';
import type { Block } from './split-text';
import { furnitureReason } from './web-furniture';

/** "3 Comments", "12 Responses to X": over readers' comments, or a section's heading that begins with a number. */
const COUNT =
  /^(\d+)\s+(?:thoughts?|comments?|responses?|repl(?:ies|y)|kommentare?|antworten|commentaires?|réponses?|comentarios?|comentários?|respuestas?|comment[io]|reacties?)\b/i;

/** What stands at a reader's comment: who says it and when, and the button below. */
const COMMENT_SIGN =
  /^(?:.{1,60}\b(?:says|said on|wrote|writes|sagt|schreibt|dit|dice|dijo|scrive|zegt)(?: on .{4,40}| am .{4,40})?:?$|(?:reply|antworten|répondre|responder|rispondi|beantwoorden|log in to reply|report(?: comment)?)\s*[↓→]?$|.{0,60}\b\d{4}(?:,| at| um| à| a las)? ?(?:at )?\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?(?: uhr)?:?$)/i;

/** So many paragraphs below such a heading the first sign of comments stands. */
const SIGN_REACH = 3;

/** Longest comment, in UTF-16 code units, that is taken for one by a form behind it. */
const LONGEST_UNSIGNED = 400;

/** So many headings are looked at: a text with more of them counts something else. */
const MOST_CANDIDATES = 10;

/** Where the comments of readers begin: everything from there on is theirs. `blocks.length` where none do. */
export function commentsStart(blocks: readonly Block[], title: string | undefined): number {
  const candidates = blocks.flatMap(({ words }, at) => (COUNT.test(words) ? [at] : []));
  return candidates.slice(0, MOST_CANDIDATES).find((at) => opensComments(blocks, at, title)) ?? blocks.length;
}

function opensComments(blocks: readonly Block[], at: number, title: string | undefined): boolean {
  const { words, reason } = blocks[at] ?? { words: '' };
  const before = blocks.slice(0, at);
  if (/[\n\r]/.test(words) || !before.some(({ words }) => endsSentence(words))) return false;
  if (hasSibling(blocks, at)) return false;
  const fixed = furnitureReason(words) === 'comment' || (title !== undefined && words.endsWith(` ${title}`));
  if (!fixed && endsSentence(words)) return false;
  const rest = blocks.slice(at + 1);
  if (rest.every(({ words }) => furnitureReason(words) !== undefined)) return fixed;
  if (rest.slice(0, SIGN_REACH).some(({ words }) => isSign(words))) return fixed || !bodyFollows(rest);
  if (!fixed || reason !== undefined || lengthOf(rest) > lengthOf(before)) return false;
  return formFollows(rest, Number(COUNT.exec(words)?.[1]));
}

function isSign(words: string): boolean {
  const reason = furnitureReason(words);
  if (reason === 'pingback') return true;
  return words.split(/\r\n|[\n\r]/).some((line) => COMMENT_SIGN.test(line.trim()));
}

const lengthOf = (blocks: readonly Block[]): number =>
  blocks.reduce((length, { start, end }) => length + end - start, 0);

/** A long paragraph without any sign of a comment above it. */
function bodyFollows(rest: readonly Block[]): boolean {
  const signs = rest.map(({ words }) => isSign(words));
  return rest.some(
    ({ words }, index) =>
      words.length > LONGEST_UNSIGNED &&
      !signs.slice(Math.max(0, index - SIGN_REACH), index + 1).includes(true),
  );
}

/** Not more short paragraphs than so many comments have (name, words, date, one to spare), then a form. */
function formFollows(rest: readonly Block[], count: number): boolean {
  const near = rest.slice(0, 4 * count + 1);
  const form = near.findIndex(({ words }) => furnitureReason(words) === 'comment-form');
  return form >= 0 && near.slice(0, form).every(({ words }) => words.length <= LONGEST_UNSIGNED);
}

/** A heading with the number before or behind: then the sections are numbered. */
function hasSibling(blocks: readonly Block[], at: number): boolean {
  const number = Number(COUNT.exec(blocks[at]?.words ?? '')?.[1]);
  return blocks.some(({ words }, index) => {
    const found = index === at ? undefined : /^(\d+)\.?\s+\p{Lu}/u.exec(words)?.[1];
    if (found === undefined || Math.abs(Number(found) - number) !== 1) return false;
    return looksLikeHeading(words) && furnitureReason(words) === undefined;
  });
}
