import type { DomElement } from './dom';
import { isNoteMark } from './notes';

/** A menu has so many links at least, and this share of its letters stands in them. */
const FEWEST_LINKS = 3;
const MOST_LINKED = 0.7;

/** Beside its links a menu has no more letters than a heading. */
const MOST_BESIDE = 120;

interface Links {
  readonly count: number;
  /** Letters in them. */
  readonly letters: number;
}

const linksIn = new WeakMap<DomElement, Links>();

/** Counts the links in each element below `root`: to ask each element would take as many looks as it has elements in it. */
export function countLinks(root: DomElement): void {
  for (const link of root.querySelectorAll('a[href]')) {
    if (isNoteMark(link)) continue;
    const letters = lettersIn(link);
    for (let at = link.parentElement; at; at = at.parentElement) {
      const known = linksIn.get(at) ?? { count: 0, letters: 0 };
      linksIn.set(at, { count: known.count + 1, letters: known.letters + letters });
    }
  }
}

/** Whether an element (its links counted) is a group of links and little else: what else to read, whom to follow, a table of contents. */
export function isMenu(element: DomElement): boolean {
  if (!/^(?:ul|ol|dl|div|section|aside|table)$/i.test(element.localName)) return false;
  const links = linksIn.get(element);
  if (!links || links.count < FEWEST_LINKS) return false;
  const all = lettersIn(element);
  return links.letters > MOST_LINKED * all && all - links.letters < MOST_BESIDE;
}

/** Whether most letters of an element (its links counted) stand in links. */
export function isLinks(element: DomElement): boolean {
  const links = linksIn.get(element);
  return links !== undefined && links.letters > MOST_LINKED * lettersIn(element);
}

const lettersIn = (element: DomElement): number =>
  (element.textContent ?? '').replace(/[\s\d\p{P}]+/gu, '').length;
