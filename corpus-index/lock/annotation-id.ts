import type { Digest } from './hashing';

/**
 * The id of a locked quotation: a UUID of version 8 out of SHA-256 (RFC 9562, appendix B.2) of what makes the quotation this
 * one: draft, words and key, and which of several with the same words it is, from 0. No time and no chance are in it, so that
 * two people who lock the same quotation write the same annotation.
 */
export function annotationId(
  digest: Digest,
  { draft, quotation, key, occurrence }: IdentifiedQuotation,
): string {
  const hex = digest(JSON.stringify([draft, quotation, key, occurrence]));
  const variant = ((parseInt(hex.slice(16, 17), 16) & 0b0011) | 0b1000).toString(16);
  const groups = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ];
  return `urn:uuid:${groups.join('-')}`;
}

export interface IdentifiedQuotation {
  /** Path relative to the folder. */
  readonly draft: string;
  readonly quotation: string;
  readonly key: string;
  readonly occurrence: number;
}
