import type { Source } from '#corpus-index';
import type { Citation } from '../draft';
import { paragraphsOf } from '../locators';
import { spelled } from './house-spelling';
import type { SubjectContext } from './subject';

/** How a source writes an actor's name. */
export interface SourceSpelling {
  readonly text: string;
  readonly source: Source;
  readonly count: number;
}

interface Counted extends SourceSpelling {
  /** Whether it stands in a cited paragraph. */
  readonly isCited: boolean;
}

/** The spellings of an actor in cited sources: those in a cited paragraph first, then the most frequent. */
export function sourceSpellings(
  { corpus, actors }: SubjectContext,
  citations: readonly Citation[],
  actor: string,
): SourceSpelling[] {
  const counted = new Map<string, Counted>();
  for (const { key, locator } of citations) {
    const source = corpus.source(key);
    if (!source) continue;
    const cited = ((locator && paragraphsOf(source, locator)) ?? []).flatMap(
      (n) => source.passages[n - 1] ?? [],
    );
    for (const { start, end, actors: named } of actors.mentionsOf(source)) {
      if (named.length !== 1 || named[0] !== actor) continue;
      const text = source.text.slice(start, end).replace(/\s+/g, ' ');
      const known = counted.get(spelled(text)) ?? { text, source, count: 0, isCited: false };
      const isCited = known.isCited || cited.some((one) => one.start <= start && end <= one.end);
      counted.set(spelled(text), { ...known, count: known.count + 1, isCited });
    }
  }
  return [...counted.values()].sort((a, b) => Number(b.isCited) - Number(a.isCited) || b.count - a.count);
}
