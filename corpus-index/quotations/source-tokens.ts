import type { DropReason } from '../passages/passage';
import { readingSpans } from '../passages/reading';
import type { SourceText } from '../passages/source';
import type { Span } from '../text/span';
import { BoundedCache } from '../text/bounded-cache';
import { Recent } from '../text/recent';
import { tokensOf, withJoinedLines, type Stretch, type Tokens } from './tokens';

/** Words of others that the web put around an article: never the source's own. */
const OTHERS_WORDS: ReadonlySet<DropReason> = new Set([
  'pingback',
  'comment',
  'comment-form',
  'sharing',
  'notice',
  'site-banner',
  'running-head',
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
  /** The passages with words joined over the ends of wrapped lines; undefined where no line ends so. */
  readonly joined: Tokens | undefined;
}

/** Passages of a source, as indexes, `to` exclusive, with what stands before, between and behind them. */
export interface PassageRange {
  readonly from: number;
  readonly to: number;
}

/** So many characters of sources have their tokens at hand: about three times as many bytes. */
const MOST_CHARACTERS = 12_000_000;

/** Of whole sources, by reading. */
const cache = new BoundedCache<'whole', SourceTokens>(MOST_CHARACTERS);

interface ReadRange extends PassageRange {
  readonly reading: SourceText['reading'];
  readonly tokens: SourceTokens;
}

/** Few passages are read sooner than they would be found among thousands. */
const recent = new Recent<ReadRange>(8);

/** Tokens of a source, or of some of its passages: those asked for last are kept. */
export function sourceTokens(source: SourceText, range?: PassageRange): SourceTokens {
  const { reading } = source;
  if (!range) return cache.get(reading, 'whole', reading.text.length, () => readSourceTokens(source));
  const { from, to } = range;
  const known = knownRange(reading, from, to);
  return known ?? recent.keep({ reading, from, to, tokens: readSourceTokens(source, range) }).tokens;
}

const knownRange = (reading: SourceText['reading'], from: number, to: number): SourceTokens | undefined =>
  recent.find((one) => one.reading === reading && one.from === from && one.to === to)?.tokens;

/** Tokens that nobody keeps; readings beside the first are made when they are asked for, which is seldom. */
export const readSourceTokens = (source: SourceText, range?: PassageRange): SourceTokens =>
  new ReadTokens(source, range);

/** A class, as each object literal with getters has a shape of its own for V8, which is slow to make and to read. */
class ReadTokens implements SourceTokens {
  readonly body: Tokens;
  private readonly passages: SourceText['passages'];
  private readonly spans: readonly Span[];
  private madeWhole: Tokens | undefined;
  private madeJoined: { readonly tokens: Tokens | undefined } | undefined;

  constructor(
    private readonly source: SourceText,
    private readonly range: PassageRange | undefined,
  ) {
    this.passages = range ? source.passages.slice(range.from, range.to) : source.passages;
    this.spans = readingSpans(source, this.passages);
    this.body = tokensOf(
      source.reading.text,
      range ? withKnownTokens(source, range, this.spans) : this.spans,
    );
  }

  get whole(): Tokens {
    this.madeWhole ??= wholeTokens(this.source, this.passages, this.range, this.body);
    return this.madeWhole;
  }

  get joined(): Tokens | undefined {
    this.madeJoined ??= { tokens: joinedTokens(this.source.reading.text, this.spans) };
    return this.madeJoined.tokens;
  }
}

/** A passage that a citation names was read before those around it are asked for. */
const withKnownTokens = (
  { reading }: SourceText,
  { from }: PassageRange,
  passages: readonly Span[],
): readonly Stretch[] =>
  passages.length === 1
    ? passages
    : passages.map(({ start, end }, at) => {
        const tokens = knownRange(reading, from + at, from + at + 1)?.body;
        return { start, end, tokens };
      });

function wholeTokens(
  source: SourceText,
  passages: SourceText['passages'],
  range: PassageRange | undefined,
  body: Tokens,
): Tokens {
  const own = ownDropped(source, passages, range);
  return own.length === 0 ? body : tokensOf(source.reading.text, wholeStretches(source, passages, own));
}

function joinedTokens(text: string, body: readonly Span[]): Tokens | undefined {
  const [from, to] = [body[0]?.start ?? 0, body.at(-1)?.end ?? 0];
  const hull = text.slice(from, to);
  const joined = withJoinedLines(hull);
  if (joined === hull) return undefined;
  return tokensOf(
    joined,
    body.map(({ start, end }) => ({ start: start - from, end: end - from })),
    from,
  );
}

/** The source's own dropped stretches that stand before, between and behind passages of it. */
function ownDropped(
  source: SourceText,
  passages: SourceText['passages'],
  range: PassageRange | undefined,
): SourceText['dropped'] {
  if (source.dropped.length === 0) return source.dropped;
  const from = range && range.from > 0 ? (passages[0]?.start ?? 0) : 0;
  const to = range && range.to < source.passages.length ? (source.passages[range.to]?.start ?? 0) : Infinity;
  return source.dropped.filter(
    ({ start, reason }) => start >= from && start < to && !OTHERS_WORDS.has(reason),
  );
}

/** Passages and dropped stretches in their order; of two dropped ones in a row the second stands apart. */
function wholeStretches(
  source: SourceText,
  passages: SourceText['passages'],
  dropped: SourceText['dropped'],
): Stretch[] {
  const all = [
    ...passages.map(({ start, end }) => ({ start, end, dropped: false })),
    ...dropped.map(({ start, end }) => ({ start, end, dropped: true })),
  ].sort((a, b) => a.start - b.start);
  const spans = readingSpans(source, all);
  return spans.map((span, at) => ({
    ...span,
    apart: all[at]?.dropped === true && all[at - 1]?.dropped === true,
  }));
}
