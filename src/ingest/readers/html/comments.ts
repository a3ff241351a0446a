import type { DomElement } from './dom';

/** What generators of pages call the comments of readers. */
const THREAD =
  /^(?:comments|(?:reader|user|post|article)[-_]?comments|comments?[-_]?(?:area|box|list|section|thread|tree|wrapper|wrap|container|block)|disqus_thread)$/i;

/** One comment among others. */
const COMMENT = /^(?:li|article)$/i;

/** What stands in a thread and in no section of an article. */
const SIGNS =
  'form, textarea, [role="comment"], [class*="comment"], [id^="comment-"], [class*="reply"], [class*="avatar"], [class*="vcard"]';

/** Whether what stands here is the words of a page's readers, by what the page calls it. */
export function isComments(element: DomElement): boolean {
  const { localName, id } = element;
  if (!/^(?:section|div|aside|article|ol|ul|li)$/i.test(localName)) return false;
  const classes = element.className.split(/\s+/);
  if (classes.some((name) => THREAD.test(name))) return true;
  if (COMMENT.test(localName) && classes.some((name) => /^comment$/i.test(name))) return true;
  if (/^(?:reader )?comments$/i.test(element.getAttribute('aria-label') ?? '')) return true;
  return THREAD.test(id) && !isNamedByHeading(element);
}

/** An article may have a section on comments: its id is that of its heading, and nothing in it is a sign of readers. */
function isNamedByHeading(element: DomElement): boolean {
  const heading = element.querySelector('h1, h2, h3, h4, h5, h6');
  const words = (heading?.textContent ?? '').replace(/^[\s\d.]+|[^\p{L}\d]+$/gu, '');
  const name = words.toLowerCase().replace(/[^\p{L}\d]+/gu, '-');
  return name === element.id.toLowerCase().replace(/_/g, '-') && element.querySelector(SIGNS) === null;
}

/** Whether an element stands in the words of a page's readers. */
export function isInComments(element: DomElement): boolean {
  for (let at: DomElement | null = element; at; at = at.parentElement) if (isComments(at)) return true;
  return false;
}
