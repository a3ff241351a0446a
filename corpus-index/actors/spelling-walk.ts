import { signBetween } from './gap';
import { ROOT } from './matcher';
import type { NamesOnPath } from './here-names';
import type { NameEnd, RunPlace } from './name-ends';
import type { NameGaps } from './name-gaps';
import { gapsFrom } from './name-gaps';
import { isPatronymic } from './spelling/name-parts';
import { AND, COMMA } from './spelling/part-labels';
import type { SpellingEntry, SpellingTrie } from './spelling/spelling-trie';
import { wordAt } from './word-run';

const SIGNS = { ',': COMMA, '&': AND };

/** Follows spellings along a run from one word on. Articles are passed over, and initials that no record has. */
export class SpellingWalk {
  readonly ends: NameEnd<SpellingEntry>[] = [];
  private readonly gaps: NameGaps;

  constructor(
    private readonly place: RunPlace,
    private readonly trie: SpellingTrie,
    first: number,
  ) {
    this.gaps = gapsFrom(place.text, place.hasBrackets, place.run.start[first] ?? 0);
  }

  /** Follows the word's labels from a node, and goes on behind it. */
  take(node: number, at: number): void {
    const { edges } = this.trie;
    const word = this.place.run.words[at];
    if (!word) return;
    let target = edges.get(node, word.first);
    if (target !== ROOT && word.second !== 0) target = edges.get(target, word.second);
    if (target !== ROOT) this.goOn(target, at);
    const noun = word.noun === 0 ? ROOT : edges.get(node, word.noun);
    if (noun !== ROOT) this.goOn(noun, at);
  }

  /** Follows labels that names have in common. */
  follow({ path, names }: NamesOnPath, first: number): void {
    const { words: found } = this.place.run;
    let at = first;
    for (let part = 0; ;) {
      const word = found[at];
      if (!word || (word.first !== path[part] && word.noun !== path[part])) return;
      part++;
      if (word.second !== 0 && word.first === path[part - 1] && word.second !== path[part++]) return;
      if (part >= path.length) break;
      const next = this.nextWord(at);
      if (next === undefined) return;
      at = next;
    }
    this.end(at, names);
  }

  private end(last: number, names: readonly SpellingEntry[]): void {
    const bounds = this.gaps.boundsTo(this.place.run.end[last] ?? 0);
    if (bounds) this.ends.push({ last, names, start: bounds.start, end: bounds.end });
  }

  private goOn(node: number, at: number): void {
    const { run } = this.place;
    const entries = this.trie.entriesAt(node);
    if (entries) this.end(at, entries);
    if (at + 1 >= run.length) return;
    const sign = this.behindSign(node, at);
    const next = sign === undefined ? this.nextWord(at) : at + 1;
    if (next === undefined) return;
    this.take(sign ?? node, next);
    const over = this.behindAddition(next);
    if (over !== undefined) this.take(node, over);
  }

  /** The word behind an initial or a patronymic that the text has between two words of a name. */
  private behindAddition(at: number): number | undefined {
    const { run, text } = this.place;
    if (at + 1 >= run.length) return undefined;
    const [start = 0, end = 0] = [run.start[at], run.end[at]];
    const gap = this.isInitial(at) ? 'period' : 'joined';
    if (gap === 'joined' && !isPatronymic(text.slice(start, end))) return undefined;
    return this.gaps.gap(end, run.start[at + 1] ?? 0) === gap ? at + 1 : undefined;
  }

  /** The run's word that a name may go on with behind another, articles passed over. */
  private nextWord(at: number): number | undefined {
    const { run, matcher } = this.place;
    for (let next = at + 1; next < run.length; next++) {
      const gap = this.gaps.gap(run.end[next - 1] ?? 0, run.start[next] ?? 0);
      if (gap !== 'joined' && !(gap === 'period' && this.isInitial(next - 1))) return undefined;
      const word = wordAt(run, next);
      if (word !== matcher.article && !matcher.spacedArticles.has(word)) return next;
    }
    return undefined;
  }

  private isInitial(at: number): boolean {
    const { run } = this.place;
    return (run.end[at] ?? 0) - (run.start[at] ?? 0) === 1;
  }

  /** The node behind "," or "&", where one stands behind a word; nothing where none does. */
  private behindSign(node: number, at: number): number | undefined {
    const { run, text } = this.place;
    const from = run.end[at] ?? 0;
    const mark = text[from] === ' ' ? text[from + 1] : text[from];
    if (mark !== ',' && mark !== '&') return undefined;
    const label = signBetween(text, from, run.start[at + 1] ?? 0) === mark ? SIGNS[mark] : undefined;
    const target = label === undefined ? ROOT : this.trie.edges.get(node, label);
    return target === ROOT ? undefined : target;
  }
}
