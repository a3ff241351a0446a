import type { DomElement } from './dom';

/** Nothing in these is text of the source. */
const NO_TEXT = new Set(
  'script style noscript template iframe object embed svg canvas audio video map head title link meta button input select textarea form nav rp annotation annotation-xml'.split(
    ' ',
  ),
);

export const isNoText = (element: DomElement): boolean => NO_TEXT.has(element.localName.toLowerCase());
