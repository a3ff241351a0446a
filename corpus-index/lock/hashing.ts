import type { SourceText } from '../passages/source';
import { normalised } from './code-points';

/** SHA-256 of a text in UTF-8, as 64 lower-case hexadecimal digits. Given from outside: this library has no cryptography. */
export type Digest = (text: string) => string;

export interface Hashing {
  readonly ofText: Digest;
  /** Of a source's normalised text; reckoned once for each text. */
  readonly ofSource: (source: Pick<SourceText, 'text' | 'reading'>) => string;
}

export function createHashing(digest: Digest): Hashing {
  const known = new WeakMap<SourceText['reading'], string>();
  return {
    ofText: digest,
    ofSource: ({ text, reading }) => {
      const hash = known.get(reading) ?? digest(normalised(text));
      known.set(reading, hash);
      return hash;
    },
  };
}
