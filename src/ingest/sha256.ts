import { createHash } from 'node:crypto';
import { createHashing, type Digest } from '#corpus-index';

/** SHA-256 of a text in UTF-8, as lower-case hexadecimal digits. */
const sha256: Digest = (text) => createHash('sha256').update(text, 'utf8').digest('hex');

/** One for the whole process: it remembers what it has reckoned. */
export const hashing = createHashing(sha256);
