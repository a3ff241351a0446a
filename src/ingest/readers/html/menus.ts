import type { DomElement } from './dom';
import { isNoteMark } from './notes';

/** A menu has so many links at least, and this share of its letters stands in them. */
const FEWEST_LINKS = 3;
const MOST_LINKED = 0.7;

/** Beside its links a menu has no more letters than a heading. */
const MOST_BESIDE = 120;

/** A group of links and little else: what else to read, whom to follow, a table of contents. */
export function isMenu(element: DomElement): boolean {
  if (!/^(?:ul|ol|dl|div|section|aside|table)$/i.test(element.localName)) return false;
  const links = [...element.querySelectorAll('a[href]')].filter((link) => !isNoteMark(link));
  if (links.length < FEWEST_LINKS) return false;
  const linked = links.reduce((sum, link) => sum + lettersIn(link), 0);
  const all = lettersIn(element);
  return linked > MOST_LINKED * all && all - linked < MOST_BESIDE;
}

const lettersIn = (element: DomElement): number =>
  (element.textContent ?? '').replace(/[\s\d\p{P}]+/gu, '').length;
