import { make, plain } from '../dom';
import { inLine, roving } from './roving';

/** A column: its head, and what its cells say. */
export interface Column<Row> {
  readonly head: string;
  readonly text: (row: Row) => string;
  /** What it is sorted by where that is not the text; numbers begin with the largest. */
  readonly order?: (row: Row) => number;
  readonly kind?: 'number' | 'wide';
}

export interface TableOf<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly key: (row: Row) => string;
  readonly isChosen?: (row: Row) => boolean;
  /** What the first cell's button does. */
  readonly choose: (row: Row) => void;
}

/** Which column sorts, and whether against its first direction. */
export interface Sorting {
  readonly column: number;
  readonly reversed: boolean;
}

/** A table whose heads sort it; the rows' buttons are one stop of the Tab key. */
export function sortableTable<Row>(
  table: TableOf<Row>,
  sorting: Sorting | undefined,
  sort: (sorting: Sorting) => void,
): HTMLElement {
  const body = make('tbody', {}, ...sorted(table, sorting).map((row) => tableRow(table, row)));
  roving(body, undefined, inLine('ArrowUp', 'ArrowDown'));
  const heads = table.columns.map((column, at) => headCell(column, at, sorting, sort));
  return make(
    'table',
    {},
    make('caption', {}, table.caption),
    make('thead', {}, make('tr', {}, ...heads)),
    body,
  );
}

function headCell<Row>(
  { head, kind }: Column<Row>,
  at: number,
  sorting: Sorting | undefined,
  sort: (sorting: Sorting) => void,
): HTMLElement {
  const isSorted = sorting?.column === at;
  // Numbers begin with the largest, words with the first letter.
  const ascends = isSorted && (kind === 'number') === sorting.reversed;
  const button = make(
    'button',
    { type: 'button', class: 'head' },
    head,
    make('span', { 'aria-hidden': 'true', class: 'arrow' }, isSorted ? (ascends ? '▲' : '▼') : ''),
  );
  button.addEventListener('click', () => {
    sort({ column: at, reversed: isSorted && !sorting.reversed });
  });
  const order = isSorted ? (ascends ? 'ascending' : 'descending') : 'none';
  return make('th', { scope: 'col', class: kind, 'aria-sort': order }, button);
}

function tableRow<Row>({ columns, key, isChosen, choose }: TableOf<Row>, row: Row): HTMLElement {
  const [first, ...others] = columns;
  const button = make(
    'button',
    { type: 'button', class: 'link', 'data-key': key(row), tabindex: -1 },
    plain(first?.text(row) ?? ''),
  );
  const line = make(
    'tr',
    { class: isChosen?.(row) === true ? 'chosen' : undefined },
    make('th', { scope: 'row' }, button),
    ...others.map(({ text, kind }) => make('td', { class: kind }, plain(text(row)))),
  );
  line.addEventListener('click', () => {
    choose(row);
  });
  return line;
}

function sorted<Row>({ columns, rows }: TableOf<Row>, sorting: Sorting | undefined): readonly Row[] {
  const column = sorting && columns[sorting.column];
  if (!column) return rows;
  const { order, text } = column;
  const compare = order
    ? (a: Row, b: Row) => order(b) - order(a)
    : (a: Row, b: Row) => text(a).localeCompare(text(b));
  const inOrder = rows.toSorted(compare);
  return sorting.reversed ? inOrder.reverse() : inOrder;
}
