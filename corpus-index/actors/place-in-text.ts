import { areCapitalsRight } from './capitals';
import type { NamePlace } from './context/name-place';
import type { SmallWords } from './context/small-words';
import { gapBetween } from './gap';
import type { NameEntry } from './matcher';
import type { Mention } from './mentions';
import { onlyActor } from './only-actor';
import type { RunPlace } from './name-ends';
import { recordedEnds } from './name-ends';
import { wordAt, wordsOfRun } from './word-run';

/** The surroundings of a name in a run, found out as far as they are asked for. */
export class PlaceInText implements NamePlace {
  readonly text: string;

  constructor(
    private readonly place: RunPlace,
    readonly start: number,
    readonly end: number,
    private readonly first: number,
    private readonly last: number,
    private readonly entry: NameEntry,
    private readonly around: { readonly previous: Mention | undefined; readonly small: SmallWords },
  ) {
    this.text = place.text;
  }

  get previousEnd(): number {
    return this.around.previous?.end ?? 0;
  }

  get previousCountry(): readonly string[] {
    const { previous } = this.around;
    const actor = previous && onlyActor(previous);
    return (actor !== undefined && this.place.matcher.actors.get(actor)?.country) || [];
  }

  areCapitalsOther(): boolean {
    const { rule } = this.entry;
    const found = wordsOfRun(this.place.matcher, this.place.run, this.first, this.last);
    return !areCapitalsRight({ ...rule, capitals: 'exact' }, this.text, found);
  }

  isNameBehind(): boolean {
    const { run, matcher } = this.place;
    let next = this.last + 1;
    if (next >= run.length || gapBetween(this.text, this.end, run.start[next] ?? 0) === 'none') return false;
    if (isNameAt(this.place, next)) return true;
    return wordAt(run, next) === matcher.article && ++next < run.length && isNameAt(this.place, next);
  }

  isWrittenSmall = (word: string): boolean => this.around.small.has(word);
}

/** Whether a recorded name begins at a word of a run, in the capitals that it asks for. */
function isNameAt(place: RunPlace, first: number): boolean {
  return recordedEnds(place, first).some(({ names, last }) => {
    const found = wordsOfRun(place.matcher, place.run, first, last);
    return names.some(({ entry }) => areCapitalsRight(entry.rule, place.text, found));
  });
}
