import { DOMParser } from 'linkedom';
import type { DomDocument, DomElement } from './html/dom';

/** Parses XML. Entities of its own are not resolved, so that none can grow; nothing outside is fetched. */
export const parseXml = (xml: string): DomDocument =>
  new DOMParser().parseFromString(withoutDoctype(xml), 'text/xml') as unknown as DomDocument;

const withoutDoctype = (xml: string): string => xml.replace(/<!DOCTYPE[^[>]*(?:\[[\s\S]*?\]\s*)?>/i, '');

/** All elements of a name with its prefix, as `dc:title`. */
export function elementsNamed(root: DomElement, name: string): DomElement[] {
  const found: DomElement[] = [];
  const walk = (element: DomElement) => {
    for (const child of element.childNodes) {
      if (child.nodeType !== 1) continue;
      if (child.nodeName.toLowerCase() === name.toLowerCase()) found.push(child as DomElement);
      walk(child as DomElement);
    }
  };
  walk(root);
  return found;
}

/** The words of the first elements of a name that have any. */
export const textsOf = (root: DomElement, name: string): string[] =>
  elementsNamed(root, name)
    .map((element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '');
