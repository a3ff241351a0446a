import { Document, isSeq, YAMLMap, type YAMLSeq } from 'yaml';
import type { ReviewsFile } from './read-reviews';
import type { Review, ReviewPlace } from './review';

const HEADING = [
  ' What reviewers decided on the citations of this draft, in its order. Kept by Sourcewright: a decision',
  ' holds as long as the hashes of what was looked at do.',
].join('\n');

/**
 * The text of a file of reviews with other ones in it. What did not change keeps its form and comments; a new decision
 * takes the place of the one that it `replaces`.
 */
export function writeReviews(
  file: ReviewsFile,
  draft: string,
  reviews: readonly Review[],
  replaced: ReadonlyMap<Review, Review> = new Map(),
): string {
  const document = file.document?.clone() ?? emptyFile(draft);
  const before = listIn(file.document ?? document);
  const list = listIn(document);
  const nodeOf = (review: Review): YAMLMap | undefined => {
    const node = file.nodes.get(review);
    return node && (list.items[before.items.indexOf(node)] as YAMLMap);
  };
  const known = new Set(file.nodes.values());
  // Entries that could not be read stay where they are, behind all others.
  const unread = list.items.filter((_, at) => !known.has(before.items[at] as YAMLMap));
  const written = reviews.map((review) => {
    const old = replaced.get(review);
    return updated((old && nodeOf(old)) ?? nodeOf(review) ?? new YAMLMap(), review);
  });
  list.flow = false;
  list.items = [...written, ...unread];
  return document.toString({ lineWidth: 0 });
}

function emptyFile(draft: string): Document {
  const document = new Document({ version: 1, draft, reviews: [] });
  document.commentBefore = HEADING;
  return document;
}

function listIn(document: Document): YAMLSeq {
  const list = document.get('reviews', true);
  if (!isSeq(list)) throw new TypeError('a file of reviews has a list "reviews"');
  return list;
}

/** An entry with a review's values, in the order of the documentation; those that are the same are not touched. */
function updated(node: YAMLMap, { sha256, place, ...review }: Review): YAMLMap {
  const { key, locator, words, decision, note, by, at } = review;
  const values = { key, locator, words, decision, note, by, at };
  setAll(node, values);
  const { quotation, sentence, passage, citation } = sha256;
  setAll(mapIn(node, 'sha256'), { quotation, sentence, passage, citation });
  if (place) setAll(mapIn(node, 'place'), writtenPlace(place));
  return node;
}

/** Numbers that are 1, as nearly all are, go without saying. */
function writtenPlace({ paragraph, before, behind, number, alike }: ReviewPlace) {
  const said = (count: number) => (count === 1 ? undefined : count);
  return { paragraph, before, behind, number: said(number), alike: said(alike) };
}

function mapIn(node: YAMLMap, name: string): YAMLMap {
  const known = node.get(name, true);
  if (known instanceof YAMLMap) return known;
  const map = new YAMLMap();
  node.set(name, map);
  return map;
}

function setAll(node: YAMLMap, values: Readonly<Record<string, string | number | undefined>>): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) node.delete(name);
    else if (node.get(name) !== value) node.set(name, value);
  }
}
