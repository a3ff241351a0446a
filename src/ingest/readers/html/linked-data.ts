import type { SourceMetadata } from '#corpus-index';
import type { DomDocument } from './dom';
import { isoDate, withoutUndefined } from './metadata';

const ARTICLE = /(?:Article|BlogPosting|Report|Posting|Book|Chapter|Thesis)$/;

/** What JSON-LD states of the article on a page: schema.org's words for title, authors, date and publisher. */
export function fromLinkedData(document: DomDocument): SourceMetadata {
  const items = [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) =>
    itemsOf(parsed(script.textContent ?? '')),
  );
  const article = items.find((item) => typesOf(item).some((type) => ARTICLE.test(type)));
  if (!article) return { author: [] };
  return {
    author: namesOf(article['author'] ?? article['creator']),
    ...withoutUndefined({
      title: textOf(article['headline']) ?? textOf(article['name']),
      issued: isoDate(textOf(article['datePublished'])),
      site: namesOf(article['publisher'])[0],
    }),
  };
}

type Item = Readonly<Record<string, unknown>>;

const isItem = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parsed(json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\s*<!\[CDATA\[|\]\]>\s*$/g, ''));
  } catch {
    return undefined; // A page with broken linked data is a page without.
  }
}

/** The items of a script: one, a list, or a graph. */
function itemsOf(value: unknown): Item[] {
  if (Array.isArray(value)) return value.filter(isItem).flatMap((item) => itemsOf(item));
  if (!isItem(value)) return [];
  const graph = value['@graph'];
  return [value, ...(Array.isArray(graph) ? graph.filter(isItem) : [])];
}

const typesOf = (item: Item): string[] =>
  [item['@type']].flat().filter((type): type is string => typeof type === 'string');

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.replace(/\s+/g, ' ').trim() : undefined;

/** Names of persons and organisations: as text, as items, or a list of either. */
const namesOf = (value: unknown): string[] =>
  [value].flat().flatMap((one: unknown) => textOf(isItem(one) ? one['name'] : one) ?? []);
