import type { DomElement } from './dom';

/** A mark that sends a reader to a note is short: a number, a letter, an asterisk, maybe in brackets. */
const MARK = /^\s*[[(]?\s*(?:note\s+)?(?:\d{1,3}|[a-z]{1,2}|[ivxl]{1,6}|[*†‡§¶#]{1,3})\s*[\])]?\s*$/i;

const NOTE_ROLE = /\b(?:doc-noteref|noteref)\b/;
const NOTE_CLASS = /\b(?:footnote-?ref|footnote-reference|noteref|fn-?ref|reference|endnote-?ref)\b/i;

/** A mark in running text that leads to a note: no word of the text. */
export function isNoteMark(element: DomElement): boolean {
  const name = element.localName.toLowerCase();
  if (name !== 'sup' && name !== 'a') return false;
  if (!MARK.test(element.textContent ?? '')) return false;
  if (NOTE_ROLE.test(rolesOf(element))) return true;
  if (name === 'a')
    return isLocal(element) && NOTE_CLASS.test(element.className) && !isCrossReference(element);
  const link = element.querySelector('a');
  return (
    (link !== null && isLocal(link)) ||
    (element.parentElement?.localName === 'a' && isLocal(element.parentElement)) ||
    NOTE_CLASS.test(element.className)
  );
}

/** What manuals (Sphinx) call a reference leads to another section or to a function, which may be called `g`. */
const isCrossReference = ({ className, textContent }: DomElement): boolean =>
  /\breference\b/.test(className.replace(/\bfootnote-reference\b/, '')) &&
  !/^\s*[[(]/.test(textContent ?? '');

/** The arrow behind a note that leads back to its mark. */
export function isBacklink(element: DomElement): boolean {
  if (element.localName.toLowerCase() !== 'a') return false;
  return (
    /\b(?:doc-backlink|referrer)\b/.test(rolesOf(element)) ||
    /\b(?:footnote-back(?:ref)?|fn-backref|reversefootnote)\b/i.test(element.className) ||
    (isLocal(element) && /^\s*[↑↩⤴⏎^]\uFE0E?\s*$/.test(element.textContent ?? ''))
  );
}

const rolesOf = (element: DomElement): string =>
  `${element.getAttribute('role') ?? ''} ${element.getAttribute('epub:type') ?? ''}`;

const isLocal = (link: DomElement): boolean => (link.getAttribute('href') ?? '').includes('#');
