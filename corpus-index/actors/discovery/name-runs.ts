import type { Span } from '../../text/span';
import { isOrdinary } from '../ordinary-words';
import { abbreviatedTitles, bodyLinks, isHead, openingParticles, personParticles } from './word-classes';

/** Words in capitals that follow one another, with the particles between them: what may be a name, or hold one. */
export interface NameRun extends Span {
  /** Whether a sentence, quotation or paragraph begins with it: its first capital says nothing. */
  readonly isInitial: boolean;
  /** The word right before it, in small letters; empty where a mark stands between. */
  readonly before: string;
}

/** One word, with the marks that may stand within it; or initials, each with its period. */
const WORD =
  /(?:\p{Lu}\.){2,}|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[-‐‑'’ʿʾʼ‘`][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;
const CAPITAL = /^\p{Lu}/u;
const SMALL = /^\p{Ll}/u;
const ARTICLE_BEFORE_CAPITAL = /^(?:[aeu][ldnrstz]|ash|ath|adh|d|l)[-‐‑'’]\p{Lu}/u;
const POSSESSIVE = /['’]s$/i;
/** "Iran-based": the rest is no name's; "Nur-al-Din" goes on. */
const SMALL_REST = /[-‐‑](?!(?:[aeu][ldnrstz]|ash|l|ud|ur)[-‐‑])\p{Ll}/u;
const SENTENCE_BORDER = /[.!?:;…•]|["“„«]|\n\s*\n|(?:^|\s)['‘]/;
const ONE_SPACE = /^(?:[ \t\u00a0]+|[ \t]*\r?\n[ \t]*)$/;
const PERIOD = /^\.[ \t\u00a0]*$/;
const AMPERSAND = /^ ?& ?$/;
/** "Unit 400". */
const NUMBERED = new Set(['unit', 'division', 'brigade', 'battalion', 'bureau', 'directorate', 'section']);

interface Token extends Span {
  readonly word: string;
}

interface OpenRun {
  start: number;
  end: number;
  readonly isInitial: boolean;
  readonly before: string;
  /** Has a word that heads the name of an organisation. */
  isHeaded: boolean;
  /** Has "of" or "for" within. */
  isLinked: boolean;
  last: string;
}

/** The runs of a passage, in order; what stands there in small letters is added to `small`. */
export function nameRuns(text: string, passage: Span, small: Set<string>): NameRun[] {
  const scanner = new RunScanner(text, passage, small);
  WORD.lastIndex = passage.start;
  for (let match = WORD.exec(text); match; match = WORD.exec(text)) {
    const [word] = match;
    const end = match.index + word.length;
    if (end > passage.end) break;
    scanner.take({ word, start: match.index, end });
  }
  return scanner.finish();
}

class RunScanner {
  private readonly runs: NameRun[] = [];
  private open: OpenRun | undefined;
  /** Small words behind the open run that may belong to it, if a capital follows. */
  private held: string[] = [];
  private previous: Token | undefined;

  constructor(
    private readonly text: string,
    private readonly passage: Span,
    private readonly small: Set<string>,
  ) {}

  take(token: Token): void {
    const gap = this.text.slice(this.previous?.end ?? this.passage.start, token.start);
    const { word } = token;
    if (CAPITAL.test(word) || ARTICLE_BEFORE_CAPITAL.test(word)) this.takeCapital(token, gap);
    else if (SMALL.test(word)) this.takeSmall(word, gap);
    else if (this.isNumber(gap)) this.extend(token);
    else this.close();
    this.previous = token;
  }

  finish(): NameRun[] {
    this.close();
    return this.runs;
  }

  private takeCapital(token: Token, gap: string): void {
    const name = ownPart(token);
    const joins = this.joins(gap, name.word);
    if (joins) this.extend(name);
    else {
      this.close();
      this.begin(name, gap);
    }
    if (name.end < token.end) this.close();
  }

  private takeSmall(word: string, gap: string): void {
    this.small.add(word);
    const { open, held } = this;
    if (!open) return;
    const link = personParticles.has(word) || (open.isHeaded && (bodyLinks.has(word) || word === 'and'));
    const follows = held.length > 0 && (word === 'the' || personParticles.has(word));
    if (this.touches(gap) && held.length < 3 && (link || follows)) held.push(word);
    else this.close();
  }

  private begin(token: Token, gap: string): void {
    const { previous } = this;
    const follows = previous !== undefined && ONE_SPACE.test(gap);
    const before = follows && SMALL.test(previous.word) ? previous.word : '';
    const particle = before !== '' && openingParticles.has(before);
    this.open = {
      start: particle && previous ? previous.start : token.start,
      end: token.end,
      isInitial: !particle && !this.isAbbreviation(gap) && (!previous || SENTENCE_BORDER.test(gap)),
      before: particle ? '' : before,
      isHeaded: isHead(token.word.toLowerCase()),
      isLinked: false,
      last: token.word,
    };
  }

  private extend(token: Token): void {
    const { open, held } = this;
    if (!open) return;
    open.end = token.end;
    open.last = token.word;
    open.isHeaded ||= isHead(token.word.toLowerCase());
    open.isLinked ||= held.some((word) => bodyLinks.has(word));
    this.held = [];
  }

  private close(): void {
    const { open } = this;
    this.held = [];
    this.open = undefined;
    if (open)
      this.runs.push({ start: open.start, end: open.end, isInitial: open.isInitial, before: open.before });
  }

  /** Whether a capital behind the open run, and behind the words held, still belongs to it. */
  private joins(gap: string, next: string): boolean {
    const { open, held } = this;
    if (!open) return false;
    if (held.length === 0) return this.touches(gap) || AMPERSAND.test(gap);
    if (!ONE_SPACE.test(gap)) return false;
    if (held.every((word) => personParticles.has(word))) return true;
    const [first = '', ...others] = held;
    if (!open.isHeaded || others.some((word) => word !== 'the')) return false;
    // "the Ministry of Intelligence and Security", but not "the Ministry of Intelligence and Hezbollah".
    return (
      bodyLinks.has(first) || (first === 'and' && open.isLinked && isOrdinary({ term: next.toLowerCase() }))
    );
  }

  private touches(gap: string): boolean {
    return ONE_SPACE.test(gap) || this.isAbbreviation(gap);
  }

  /** The period of an initial or of a title that is written short. */
  private isAbbreviation(gap: string): boolean {
    const word = this.previous?.word;
    if (word === undefined || !PERIOD.test(gap)) return false;
    return /^\p{Lu}$/u.test(word) || abbreviatedTitles.has(word.toLowerCase());
  }

  private isNumber(gap: string): boolean {
    return this.held.length === 0 && NUMBERED.has(this.open?.last.toLowerCase() ?? '') && ONE_SPACE.test(gap);
  }
}

/** The word without a possessive 's and without what a hyphen ties to it in small letters. */
function ownPart({ word, start, end }: Token): Token {
  const cut = POSSESSIVE.exec(word)?.index ?? SMALL_REST.exec(word)?.index;
  return cut === undefined ? { word, start, end } : { word: word.slice(0, cut), start, end: start + cut };
}
