import { writeKey } from '../citations/citation-key';
import type { Citation, Draft } from '../draft';
import { type CitedLocator, locatorTerm } from './cited-locator';
import type { Replacement } from './fix';

/** What a citation is to name: a source and, where they are numbered, its paragraphs or pages. */
export interface CitedPlace {
  readonly key: string;
  readonly locator?: CitedLocator | undefined;
}

/**
 * Ways to make a citation name a place, the plainest first. Prefix, suffix and the form of the citation stay as they
 * are; which of the ways reads so is for the parser to say.
 */
export function* citePlace(draft: Draft, citation: Citation, place: CitedPlace): Generator<Replacement[]> {
  if (place.locator === undefined) yield* withoutLocator(draft, citation, place.key);
  else if (citation.locator) yield* withLocator(draft, citation, place.key, locatorTerm(place.locator));
  else yield* withNewLocator(draft, citation, place.key, locatorTerm(place.locator));
}

/** Another key, all else as it is. */
export const citeKey = (draft: Draft, citation: Citation, key: string): Replacement[] =>
  key === citation.key
    ? []
    : [{ ...citation.span, text: writeKey(key, draft.text.slice(citation.span.end, citation.span.end + 2)) }];

function* withLocator(draft: Draft, citation: Citation, key: string, term: string): Generator<Replacement[]> {
  const { locator } = citation;
  if (!locator) return;
  for (const text of [term, `{${term}}`]) yield [...citeKey(draft, citation, key), { ...locator.span, text }];
}

function* withNewLocator(
  draft: Draft,
  citation: Citation,
  key: string,
  term: string,
): Generator<Replacement[]> {
  const { span, group, inText } = citation;
  if (inText && group.end > span.end) {
    const start = draft.text.indexOf('[', span.end) + 1;
    for (const joint of [', ', '; ', ' '])
      yield [...citeKey(draft, citation, key), { start, end: start, text: term + joint }];
    return;
  }
  for (const behind of inText ? [` [${term}]`] : [`, ${term}`, `, {${term}}`])
    yield key === citation.key
      ? [{ start: span.end, end: span.end, text: behind }]
      : [{ ...span, text: writeKey(key, behind) + behind }];
}

function* withoutLocator(draft: Draft, citation: Citation, key: string): Generator<Replacement[]> {
  const { span, group, locator, inText } = citation;
  if (!locator) {
    yield citeKey(draft, citation, key);
    return;
  }
  yield [
    ...citeKey(draft, citation, key),
    { start: span.end, end: inText ? group.end : locator.span.end, text: '' },
  ];
}
