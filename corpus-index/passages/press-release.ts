import type { DropReason } from './passage';
import { endsSentence } from './heading';
import type { Block } from './split-text';

/** "ENDS", "-ENDS-", "-30-": where a press release ends; and signs that elsewhere only part sections. */
const END = /^(?:[-–—*#\s]*(?:ENDS|Ends|ends)[-–—*#\s]*|[-–—]\s*30\s*[-–—])$/;
const END_SIGN = /^#(?:\s*#){2,}$/;
const CONTACT = /^(?:(?:media|press|for (?:more|further) information|for media)\b.{0,40}\b)?contacts?\b/i;
const MORE =
  /^(?:for (?:more|further) (?:information|details)|media (?:enquiries|inquiries)|press office)\b/i;
const ADDRESS = /[\p{L}\d._%+-]+@[\p{L}\d.-]+\.\p{L}{2,}|\bhttps?:\/\/|\bwww\.|\+?\d[\d\s()/.-]{6,}\d/u;

/** Longest block of names and addresses, in UTF-16 code units. */
const LONGEST_CONTACT = 300;

/** The end mark of a press release and whom to ask, behind it: tells each block's reason, if it is one. */
export function endOfRelease(
  blocks: readonly Block[],
  bodyEnd: number,
): (index: number) => DropReason | undefined {
  const end = blocks.findIndex(({ words }, index) => {
    if (index >= bodyEnd) return false;
    return (
      END.test(words) || (END_SIGN.test(words) && (index + 1 === bodyEnd || isContact(blocks[index + 1])))
    );
  });
  if (end < 0) return () => undefined;
  const contacts = new Set<number>();
  let at = end + 1;
  while (at < bodyEnd && (isContact(blocks[at]) || (contacts.size > 0 && isLine(blocks[at]))))
    contacts.add(at++);
  return (index) => (index === end || contacts.has(index) ? 'notice' : undefined);
}

const isContact = (block: Block | undefined): boolean =>
  block !== undefined &&
  block.words.length <= LONGEST_CONTACT &&
  (CONTACT.test(block.words) || MORE.test(block.words) || (ADDRESS.test(block.words) && isLine(block)));

const isLine = (block: Block | undefined): boolean =>
  block !== undefined &&
  block.words.length <= LONGEST_CONTACT &&
  (!endsSentence(block.words) || ADDRESS.test(block.words));
