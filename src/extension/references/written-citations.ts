import type { PreviewCitation } from '../../protocol/references';

/** A citation and its number in what is known of the draft. */
export interface Numbered {
  readonly citation: PreviewCitation;
  readonly at: number;
}

export interface Found {
  readonly one: Numbered;
  /** Of what stands in the text, in UTF-16 code units. */
  readonly length: number;
}

/**
 * The citations of one reading of a draft that have not found their place yet, by how they are written: a draft may have
 * thousands, and the preview looks for them at every bracket while a person types.
 */
export class WrittenCitations {
  readonly #waiting = new Map<string, Numbered[]>();
  /** Of the ways in which they are written, each once, the longest first. */
  readonly #lengths: readonly number[];

  constructor(citations: readonly PreviewCitation[]) {
    citations.forEach((citation, at) => {
      const written = oneSpaced(citation.written);
      const alike = this.#waiting.get(written);
      if (alike) alike.push({ citation, at });
      else this.#waiting.set(written, [{ citation, at }]);
    });
    this.#lengths = [...new Set([...this.#waiting.keys()].map(({ length }) => length))].sort((a, b) => b - a);
  }

  /**
   * What is written at `pos`: the longest, as a citation has all of its locator; of several that are written alike the nearest to
   * `line`, since lines shift while one types.
   */
  at(src: string, pos: number, line: number): Found | undefined {
    if (!mayBegin(src, pos)) return undefined;
    const { text, ends } = oneSpacedFrom(src, pos, this.#lengths[0] ?? 0);
    for (const length of this.#lengths) {
      const alike = length > text.length ? [] : (this.#waiting.get(text.slice(0, length)) ?? []);
      const [first, ...others] = alike;
      if (!first) continue;
      const distance = ({ citation }: Numbered) => Math.abs(citation.line - line);
      const one = others.reduce((best, other) => (distance(other) < distance(best) ? other : best), first);
      return { one, length: (ends[length - 1] ?? pos) - pos };
    }
    return undefined;
  }

  /** It has found its place. */
  take(one: Numbered): void {
    const alike = this.#waiting.get(oneSpaced(one.citation.written));
    alike?.splice(alike.indexOf(one), 1);
  }
}

const oneSpaced = (text: string): string => text.replace(/\s+/g, ' ');

/** `[@key]`, `[see @key]`, `@key`, `-@key`. */
const mayBegin = (src: string, pos: number): boolean =>
  src[pos] === '[' || src[pos] === '@' || (src[pos] === '-' && src[pos + 1] === '@');

/** The text from `pos` on, lines broken or not, with one space for several; and where in `src` each of its characters ends. */
function oneSpacedFrom(src: string, pos: number, most: number): { text: string; ends: number[] } {
  let text = '';
  const ends: number[] = [];
  for (let at = pos; at < src.length && ends.length <= most; at++) {
    const sign = src.charAt(at);
    const isSpace = /\s/.test(sign);
    if (isSpace && text.endsWith(' ')) ends[ends.length - 1] = at + 1;
    else {
      text += isSpace ? ' ' : sign;
      ends.push(at + 1);
    }
  }
  return { text, ends };
}
