import type { Span } from '#corpus-index';

/** A word at its place in a text. */
export interface PlacedWord extends Span {
  readonly text: string;
}

export interface AlignedWords {
  /** Words that are the same on both sides: pairs of their numbers, in order. */
  readonly same: readonly (readonly [own: number, theirs: number])[];
  readonly cost: number;
}

/** What a word costs that the own run has more: a little more than one changed, so that words are rather changed than dropped. */
const ADDED = 1.1;

/** What a person sees as one word: `don't`, `al-Mina`, `9/11`. */
const WORD = /[\p{L}\p{N}\p{M}]+(?:(?:['’ʼ\-‐‑/]|(?<=\p{N})[.,](?=\p{N}))[\p{L}\p{N}\p{M}]+)*/gu;

export const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

export const wordsIn = (text: string, { start, end }: Span): PlacedWord[] =>
  [...text.slice(start, end).matchAll(WORD)].map(({ 0: word, index }) => ({
    text: word.normalize('NFC').replace(/[’ʼ]/g, "'"),
    start: start + index,
    end: start + index + word.length,
  }));

/** The cheapest way from one short run of words to another: a word changed or left out costs one. */
export function alignWords(own: readonly PlacedWord[], theirs: readonly PlacedWord[]): AlignedWords {
  let row: AlignedWords[] = [{ same: [], cost: 0 }];
  for (const [at] of theirs.entries()) row.push({ same: [], cost: at + 1 });
  own.forEach((word, number) => {
    const next: AlignedWords[] = [dearer(row[0], ADDED)];
    theirs.forEach((other, at) => {
      const isSame = word.text === other.text;
      const before = row[at] ?? { same: [], cost: Infinity };
      const diagonal: AlignedWords = isSame
        ? { same: [...before.same, [number, at]], cost: before.cost }
        : dearer(before, 1);
      next.push(cheapest([diagonal, dearer(row[at + 1], ADDED), dearer(next[at], 1)]));
    });
    row = next;
  });
  return row.at(-1) ?? { same: [], cost: 0 };
}

const dearer = (aligned: AlignedWords | undefined, by: number): AlignedWords => ({
  same: aligned?.same ?? [],
  cost: (aligned?.cost ?? Infinity) + by,
});

/** The cheapest, and of those the one that keeps most words; the first where they are equal. */
const cheapest = (options: readonly AlignedWords[]): AlignedWords =>
  options.reduce((chosen, option) =>
    option.cost < chosen.cost || (option.cost === chosen.cost && option.same.length > chosen.same.length)
      ? option
      : chosen,
  );
