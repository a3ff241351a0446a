import type { DocumentBuilder } from '../document-builder';
import { isElement, isText, type DomElement, type DomNode } from './dom';
import { isNoText } from './no-text';

/** A cell with more characters holds paragraphs: its table only lays the page out. */
const LONGEST_CELL = 400;

/** Whether a table has facts in rows and columns, and does not lay out a page. */
export function isDataTable(table: DomElement): boolean {
  if (table.getAttribute('role') === 'presentation' || table.querySelector('table')) return false;
  const cells = [...table.querySelectorAll('td, th')];
  const rows = [...table.querySelectorAll('tr')];
  if (cells.length <= rows.length && !table.querySelector('th')) return false;
  return cells.every((cell) => (cell.textContent ?? '').trim().length <= LONGEST_CELL);
}

/** A table is one block: its rows lines, its cells parted by tabs. What a caption says stands in front. */
export function appendTable(builder: DocumentBuilder, table: DomElement): void {
  const caption = table.querySelector('caption');
  if (caption) {
    builder.begin('paragraph', 'caption');
    builder.add(plain(caption));
  }
  builder.begin('item');
  for (const row of table.querySelectorAll('tr')) {
    const cells = [...row.querySelectorAll('td, th')].map(plain);
    if (cells.every((cell) => cell === '')) continue;
    builder.border('\n');
    cells.forEach((cell, at) => {
      if (at > 0) builder.border('\t');
      builder.add(cell);
    });
  }
  builder.begin('paragraph');
}

/** The words of a cell on one line. */
const plain = (cell: DomElement): string => wordsOf(cell).replace(/\s+/g, ' ').trim();

const APART = /^(?:p|div|li|ul|ol|br|dt|dd|pre|blockquote|h[1-6])$/;

function wordsOf(node: DomNode): string {
  if (!isElement(node)) return isText(node) ? (node.textContent ?? '') : '';
  if (isNoText(node)) return '';
  const words = [...node.childNodes].map(wordsOf).join('');
  return APART.test(node.localName.toLowerCase()) ? ` ${words} ` : words;
}
