import { chance, pick } from '../chance';
import { findProse } from './find-prose';

/** Words of a passage: as paragraphs of articles and reports have them. */
const WORDS = 99;

/** A passage takes sentences until it has so many words: the last one brings it to 99 in the mean. */
const ENOUGH = 88;

export interface MadePassages {
  readonly passages: readonly string[];
  /** Of what they were made. */
  readonly description: string;
}

/** `count` passages of about 99 words: real text cut at paragraphs and sentences; where it runs short, its sentences anew. */
export function makePassages(count: number, seed: number, own?: string): MadePassages {
  const folders = findProse(count * WORDS * 1.1, own);
  const documents = folders.flatMap((folder) =>
    folder.documents.map((document) => document.flatMap(sentencesOf)),
  );
  const whole = documents.flatMap(inOrder).slice(0, count);
  const random = chance(seed);
  const sentences = documents.flat();
  if (sentences.length === 0) throw new Error('No English prose was found: name a folder with --text.');
  const anew = Array.from({ length: count - whole.length }, () => {
    const chosen: string[] = [];
    for (let words = 0; words < ENOUGH;) {
      const sentence = pick(sentences, random);
      chosen.push(sentence);
      words += wordsIn(sentence);
    }
    return chosen.join(' ');
  });
  const passages = shuffled([...whole, ...anew], random);
  const from = folders
    .map(({ folder, words }) => `${folder} (${(words / 1e6).toFixed(1)}M words)`)
    .join(', ');
  return {
    passages,
    description:
      `${passages.length} passages, ${average(passages.map(wordsIn))} words each, ${(sum(passages.map(({ length }) => length)) / 1e6).toFixed(1)} MB, seed ${seed}; ` +
      `${whole.length} as they stand in ${from.replace(/\S*node_modules/, 'node_modules')}, ${anew.length} recombined of ${sentences.length} sentences`,
  };
}

const sentencesOf = (paragraph: string): string[] => paragraph.split(/(?<=[.!?]["'”’)]?) (?=["'“‘(]?[A-Z])/);

/** Passages of the sentences as they follow each other. */
function inOrder(sentences: readonly string[]): string[] {
  const passages: string[] = [];
  let open: string[] = [];
  let words = 0;
  for (const sentence of sentences) {
    open.push(sentence);
    words += wordsIn(sentence);
    if (words < ENOUGH) continue;
    passages.push(open.join(' '));
    [open, words] = [[], 0];
  }
  return passages;
}

const wordsIn = (text: string): number => text.split(' ').length;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

const average = (numbers: readonly number[]): number => Math.round(sum(numbers) / numbers.length);

function shuffled<Item>(items: Item[], random: () => number): Item[] {
  for (let at = items.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [items[at], items[other]] = [items[other] as Item, items[at] as Item];
  }
  return items;
}
