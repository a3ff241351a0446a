import type { ElementKind } from './name-elements';
import { behindAttachedArticle, elementsOf } from './name-elements';
import type { NamePart } from './name-parts';
import { spellingKey } from './spelling-key';

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5 | 0;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

const OF_KIND: Readonly<Record<Exclude<ElementKind, 'word'>, number>> = {
  'son-of': hashOf('#son-of'),
  'father-of': hashOf('#father-of'),
  'servant-of': hashOf('#servant-of'),
  god: hashOf('#god'),
  faith: hashOf('#faith'),
};
export const AND = hashOf('#and');
/** The comma of "Nuri, Karim". */
export const COMMA = hashOf('#comma');

/**
 * What the trie of spellings knows a part by: all ways to write it have one label. Two different parts may share one
 * by chance; whoever follows it compares the names.
 */
export function labelOfPart({ kind, letters }: Pick<NamePart, 'kind' | 'letters'>): number {
  if (kind === 'word') return hashOf(spellingKey(letters));
  if (kind === 'initial') return initialLabel(letters);
  return kind === 'and' ? AND : OF_KIND[kind];
}

export const initialLabel = (letter: string): number => hashOf(`.${letter}`);

/** The labels of a text's word: one or two, and one more for the noun of an article written in one word with it. */
export interface TermLabels {
  readonly first: number;
  /** 0 for none. */
  readonly second: number;
  /** 0 for none. */
  readonly noun: number;
}

export function labelsOfTerm(term: string): TermLabels {
  if (term === 'and') return { first: AND, second: 0, noun: 0 };
  if (term.length === 1) return { first: initialLabel(term), second: 0, noun: 0 };
  const [first, second] = elementsOf(term).map(labelOfPart);
  const noun = behindAttachedArticle(term);
  return {
    first: first ?? 0,
    second: second ?? 0,
    noun: noun === undefined ? 0 : labelOfPart({ kind: 'word', letters: noun }),
  };
}
