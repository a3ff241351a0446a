import { isMap, isScalar, isSeq, type Document, type YAMLMap } from 'yaml';
import { parseYaml } from '../records/yaml-parse';
import { DECISIONS, type Review, type ReviewPlace } from './review';

/** A file of reviews as it was read, with what is needed to write it again with its comments. */
export interface ReviewsFile {
  readonly reviews: readonly Review[];
  /** Where each stands in the document. */
  readonly nodes: ReadonlyMap<Review, YAMLMap>;
  /** Undefined where there is no file, or one that is broken. */
  readonly document?: Document;
  /** Why it is no file of reviews; then nothing may be written in its place before it was kept aside. */
  readonly broken?: string;
  /** Where that shows first, from 1. */
  readonly brokenLine?: number;
}

export const noReviews: ReviewsFile = { reviews: [], nodes: new Map() };

/**
 * Reads the text of a `.sourcewright/reviews/<draft>.yaml`. Never throws. Entries that are no decisions are left out and
 * stay in the document.
 */
export function readReviews(text: string): ReviewsFile {
  // Any of them, as a person may have taken out some: what stood between them is then no YAML, or not what somebody wrote.
  const conflict = /^(?:<{7}|\|{7}|={7}|>{7})(?=\s|$)/m.exec(text);
  if (conflict) return brokenAt(text, conflict.index, 'a merge has left its marks in it');
  const { documents, errors } = parseYaml(text);
  const [document] = documents;
  const [error] = errors;
  if (error) return brokenAt(text, error.pos[0], 'it is not valid YAML');
  if (!document || document.contents === null) return noReviews;
  const list = isMap(document.contents) ? document.contents.get('reviews', true) : undefined;
  if (!isSeq(list)) return { ...noReviews, broken: 'it has no list "reviews"' };
  const nodes = new Map<Review, YAMLMap>();
  for (const node of list.items) {
    const review = isMap(node) ? readReview(node) : undefined;
    if (review && isMap(node)) nodes.set(review, node);
  }
  return { reviews: [...nodes.keys()], nodes, document };
}

function brokenAt(text: string, offset: number, why: string): ReviewsFile {
  const brokenLine = text.slice(0, offset).split('\n').length;
  return { ...noReviews, broken: `${why}, line ${brokenLine}`, brokenLine };
}

function readReview(node: YAMLMap): Review | undefined {
  const text = (name: string) => textIn(node, name);
  const key = text('key');
  const decision = DECISIONS.find((known) => known === text('decision'));
  const hashes = node.get('sha256', true);
  if (key === undefined || !decision || !isMap(hashes)) return undefined;
  return {
    key,
    locator: text('locator'),
    words: text('words') ?? '',
    decision,
    note: text('note'),
    by: text('by') ?? '',
    at: text('at') ?? '',
    sha256: {
      quotation: textIn(hashes, 'quotation'),
      sentence: textIn(hashes, 'sentence') ?? '',
      passage: textIn(hashes, 'passage'),
      citation: textIn(hashes, 'citation'),
    },
    place: readPlace(node.get('place', true)),
  };
}

function readPlace(node: unknown): ReviewPlace | undefined {
  const paragraph = isMap(node) ? textIn(node, 'paragraph') : undefined;
  if (!isMap(node) || paragraph === undefined) return undefined;
  const count = (name: string) => Number(textIn(node, name) ?? 1) || 1;
  return {
    paragraph,
    before: textIn(node, 'before'),
    behind: textIn(node, 'behind'),
    number: count('number'),
    alike: count('alike'),
  };
}

/** Scalars as they are written: a key `2019` is no number, a date no date. */
function textIn(node: YAMLMap, name: string): string | undefined {
  const value = node.get(name, true);
  if (!isScalar(value) || value.value === null || value.value === undefined) return undefined;
  return typeof value.value === 'string' ? value.value : value.source;
}
