import { irregularWord } from './spelling-key';
import type { SpellingRule, Stretch } from './spelling-rules';

/**
 * In what a written word differs from a recorded one, both folded, if the rules make one of the other: `i for e`,
 * `s for ss`, `without e`. Nothing where they do not: then these are two words.
 */
export function compareWords(
  recorded: string,
  written: string,
  rules: readonly SpellingRule[],
): readonly string[] | undefined {
  if (recorded === written) return [];
  if (rules.length === 0) return undefined;
  const irregular = irregularWord(recorded);
  if (irregular !== undefined && irregular === irregularWord(written)) return [`${written} for ${recorded}`];
  return new Comparison(recorded, written, rules).differences(0, 0);
}

/** One way through two words, letter by letter or rule by rule; what leads nowhere is not tried twice. */
class Comparison {
  private readonly dead = new Set<number>();

  constructor(
    private readonly recorded: string,
    private readonly written: string,
    private readonly rules: readonly SpellingRule[],
  ) {}

  /** The differences from these two places on. */
  differences(at: number, other: number): readonly string[] | undefined {
    if (at === this.recorded.length && other === this.written.length) return [];
    const place = at * (this.written.length + 1) + other;
    if (this.dead.has(place)) return undefined;
    const found = this.sameLetter(at, other) ?? this.byRule(at, other);
    if (!found) this.dead.add(place);
    return found;
  }

  private sameLetter(at: number, other: number): readonly string[] | undefined {
    return at < this.recorded.length && this.recorded[at] === this.written[other]
      ? this.differences(at + 1, other + 1)
      : undefined;
  }

  private byRule(at: number, other: number): readonly string[] | undefined {
    for (const { one, other: second, where } of this.rules) {
      const rest = this.applied(one, at, second, other, where) ?? this.applied(second, at, one, other, where);
      if (rest) return rest;
    }
    return undefined;
  }

  private applied(
    from: string,
    at: number,
    to: string,
    other: number,
    where: SpellingRule['where'],
  ): readonly string[] | undefined {
    if (!this.recorded.startsWith(from, at) || !this.written.startsWith(to, other)) return undefined;
    if (where && !(fits(this.recorded, from, at, where) && fits(this.written, to, other, where)))
      return undefined;
    const rest = this.differences(at + from.length, other + to.length);
    return rest && [differenceOf(from, to), ...rest];
  }
}

/** Where one way has no letters, only the other has a place. */
const fits = (word: string, letters: string, start: number, where: (stretch: Stretch) => boolean): boolean =>
  letters === '' || where({ word, start, end: start + letters.length });

function differenceOf(recorded: string, written: string): string {
  if (written === '') return `without ${recorded}`;
  return recorded === '' ? `with ${written}` : `${written} for ${recorded}`;
}
