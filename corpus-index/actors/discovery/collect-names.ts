import type { Word } from '../../text/words';
import { isAbbreviation } from '../name-words';
import { formsOfRun } from './name-forms';
import type { Tally } from './name-tally';
import { addTally, countRun, newTally } from './name-tally';
import type { SourceNames } from './source-names';

/** One name in all the ways in which it is written so that its folded words are the same. */
export interface CollectedName {
  /** Its folded words. */
  readonly key: string;
  /** As most often written. */
  text: string;
  found: readonly Word[];
  readonly tally: Tally;
  readonly forms: Map<string, number>;
  readonly titles: Map<string, number>;
}

/** A run of words as all sources have it. */
interface CountedRun {
  readonly text: string;
  readonly isInitial: boolean;
  readonly tally: Tally;
}

function countRuns(sources: readonly SourceNames[]): Iterable<CountedRun> {
  const byText = new Map<string, CountedRun>();
  for (const { source, runs } of sources)
    for (const run of runs) {
      const key = run.isInitial ? `^${run.text}` : run.text;
      let known = byText.get(key);
      if (!known) byText.set(key, (known = { text: run.text, isInitial: run.isInitial, tally: newTally() }));
      countRun(known.tally, source, run);
    }
  return byText.values();
}

/** The names in all sources, those with the same folded words put together. */
export function collectNames(
  sources: readonly SourceNames[],
  small: ReadonlySet<string>,
): Map<string, CollectedName> {
  const names = new Map<string, CollectedName>();
  for (const run of countRuns(sources)) {
    for (const form of formsOfRun(run, small)) {
      const key = form.found.map(({ term }) => term).join(' ');
      let name = names.get(key);
      if (!name)
        names.set(
          key,
          (name = { key, text: '', found: [], tally: newTally(), forms: new Map(), titles: new Map() }),
        );
      const { count } = run.tally;
      const before = name.tally.free;
      addTally(name.tally, run.tally, form.start, form.text.length);
      // Behind a title or another opening the first capital is the name's own.
      if (run.isInitial && !form.isInitial) name.tally.free = before + count;
      name.forms.set(form.text, (name.forms.get(form.text) ?? 0) + count);
      if (form.title !== '') name.titles.set(form.title, (name.titles.get(form.title) ?? 0) + count);
      chooseText(name, form.text, form.found);
    }
  }
  return names;
}

function chooseText(name: CollectedName, text: string, found: readonly Word[]): void {
  const shouts = (one: string) => (one === one.toUpperCase() && !isAbbreviation(one) ? 0 : 1);
  const better =
    shouts(text) - shouts(name.text) || (name.forms.get(text) ?? 0) - (name.forms.get(name.text) ?? 0);
  if (name.text !== '' && better <= 0) return;
  const shift = found[0]?.start ?? 0;
  name.text = text;
  name.found = found.map(({ term, start, end }) => ({ term, start: start - shift, end: end - shift }));
}
