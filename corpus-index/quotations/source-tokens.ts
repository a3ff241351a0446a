import type { DropReason } from '../passages/passage';
import { readingSpans } from '../passages/reading';
import type { SourceText } from '../passages/source';
import { tokensOf, type Tokens } from './tokens';

/** Words of others that the web put around an article: never the source's own. */
const OTHERS_WORDS: ReadonlySet<DropReason> = new Set([
  'pingback',
  'comment',
  'comment-form',
  'sharing',
  'notice',
  'site-banner',
  'separator',
  'front-matter',
]);

/** A source's tokens in two readings, offsets into its reading text. */
export interface SourceTokens {
  /** The passages alone: a quotation may run over what stands between them. */
  readonly body: Tokens;
  /** With titles, headings, captions and the like in their places. */
  readonly whole: Tokens;
}

const cache = new WeakMap<SourceText['reading'], SourceTokens>();

/** Tokens of a source, read once for each text. */
export function sourceTokens(source: SourceText): SourceTokens {
  const known = cache.get(source.reading);
  if (known) return known;
  const own = source.dropped.filter((stretch) => !OTHERS_WORDS.has(stretch.reason));
  const whole = [...source.passages, ...own].sort((a, b) => a.start - b.start);
  const fresh = {
    body: tokensOf(source.reading.text, readingSpans(source, source.passages)),
    whole: tokensOf(source.reading.text, readingSpans(source, whole)),
  };
  cache.set(source.reading, fresh);
  return fresh;
}
