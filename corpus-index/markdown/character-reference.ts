import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { decodeNumericCharacterReference } from 'micromark-util-decode-numeric-character-reference';

/** The characters that an entity such as `&amp;` or `&#8220;` stands for; itself where there is none of its name. */
export function decodeCharacterReference(reference: string): string {
  const name = reference.slice(1, -1);
  if (!name.startsWith('#')) return decodeNamedCharacterReference(name) || reference;
  const hexadecimal = name[1] === 'x' || name[1] === 'X';
  return decodeNumericCharacterReference(name.slice(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10);
}
