import type { Citation, LocatorLabel } from '../draft';
import { writeKey } from './citation-key';
import { termFor } from './locator-terms';
import { parseLocator } from './parse-locator';

/** What a citation says, without its place in a draft. */
export type CitationParts = Pick<Citation, 'key'> &
  Partial<Pick<Citation, 'prefix' | 'suffix' | 'suppressAuthor'>> & {
    readonly locator?: { readonly label: LocatorLabel; readonly value: string } | undefined;
  };

/**
 * Writes citations in one bracket, `[@key, para. 4]`, so that reading it gives the same parts again. Prefixes and
 * suffixes are Markdown as it shall stand; a suffix that begins with punctuation is joined to what stands before it.
 */
export function formatCitation(...citations: readonly CitationParts[]): string {
  return `[${citations.map(formatItem).join('; ')}]`;
}

/** Writes a citation whose author stands in the text, `@key [p. 3]`. */
export function formatInText(citation: CitationParts): string {
  const behind = locatorAndSuffix(citation);
  const place = citation.locator ? behind.slice(', '.length) : behind.trimStart();
  const dash = citation.suppressAuthor ? '-' : '';
  return dash + (place === '' ? writeKey(citation.key) : `${writeKey(citation.key)} [${place}]`);
}

function formatItem(citation: CitationParts): string {
  const prefix = citation.prefix ? `${citation.prefix} ` : '';
  const behind = locatorAndSuffix(citation);
  return `${prefix}${citation.suppressAuthor ? '-' : ''}${writeKey(citation.key, behind)}${behind}`;
}

/** In braces only where without them it would be read otherwise. */
function locatorAndSuffix({ locator, suffix = '' }: CitationParts): string {
  const rest = suffix === '' || /^\p{P}/u.test(suffix) ? suffix : ` ${suffix}`;
  if (!locator) return parseLocator(rest) ? `{}${rest}` : rest;
  const term = termFor(locator.label, locator.value);
  const plain = `, ${term} ${locator.value}`;
  const read = parseLocator(plain + rest);
  const isRead = read?.label === locator.label && read.value === locator.value && read.end === plain.length;
  return isRead ? plain + rest : `, {${term} ${locator.value}}${rest}`;
}
