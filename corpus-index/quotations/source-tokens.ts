import type { DropReason } from '../passages/passage';
import { readingSpans } from '../passages/reading';
import type { SourceText } from '../passages/source';
import { tokensOf, withJoinedLines, type Stretch, type Tokens } from './tokens';

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
  'record',
]);

/** A source's tokens in its readings, offsets into its reading text; tried in this order. */
export interface SourceTokens {
  /** The passages alone: a quotation may run over what stands between them. */
  readonly body: Tokens;
  /** With titles, headings, captions and the like in their places; none of them runs into the next. */
  readonly whole: Tokens;
  /** The passages with words joined over the ends of wrapped lines; absent where no line ends so. */
  readonly joined?: Tokens;
}

const cache = new WeakMap<SourceText['reading'], SourceTokens>();

/** Tokens of a source, read once for each text. */
export function sourceTokens(source: SourceText): SourceTokens {
  const known = cache.get(source.reading);
  if (known) return known;
  const { text } = source.reading;
  const body = readingSpans(source, source.passages);
  const joinedText = withJoinedLines(text);
  const fresh = {
    body: tokensOf(text, body),
    whole: tokensOf(text, wholeStretches(source)),
    ...(joinedText === text ? {} : { joined: tokensOf(joinedText, body) }),
  };
  cache.set(source.reading, fresh);
  return fresh;
}

/** Passages and the source's own dropped stretches; of two dropped ones in a row the second stands apart. */
function wholeStretches(source: SourceText): Stretch[] {
  const own = source.dropped
    .filter((stretch) => !OTHERS_WORDS.has(stretch.reason))
    .map(({ start, end }) => ({ start, end, dropped: true }));
  const body = source.passages.map(({ start, end }) => ({ start, end, dropped: false }));
  const all = [...body, ...own].sort((a, b) => a.start - b.start);
  const spans = readingSpans(source, all);
  return spans.map((span, at) => ({
    ...span,
    apart: all[at]?.dropped === true && all[at - 1]?.dropped === true,
  }));
}
