import type { ActorLink, ActorSummary, DatedPassageRow, DatedSource } from '../../protocol/index';
import { format, make, plain, redraw } from '../dom';
import { partners, type Page } from './page';
import type { RowsName } from './page-state';
import { showDate } from './show-date';
import { sortableTable, type Sorting, type TableOf } from './sortable-table';

/** So many others are named in a cell. */
const MOST_PARTNERS = 5;

/** What graph and timeline show, as tables. */
export interface Tables {
  readonly element: HTMLElement;
  draw(page: Page): void;
}

export function tables(): Tables {
  const element = make('div', { class: 'table' });
  const sortings = new Map<RowsName, Sorting>();
  const draw = (page: Page) => {
    const { rows } = page.state;
    const sort = (sorting: Sorting) => {
      sortings.set(rows, sorting);
      draw(page);
    };
    const at = headInFocus(element);
    redraw(element, [...note(page), chosenTable(page, sortings.get(rows), sort)]);
    element.querySelectorAll<HTMLElement>('th button.head')[at]?.focus();
  };
  return { element, draw };
}

/** The head that was just pressed keeps the focus. */
const headInFocus = (element: HTMLElement): number =>
  [...element.querySelectorAll('th button.head')].findIndex((head) => head === document.activeElement);

function chosenTable(
  page: Page,
  sorting: Sorting | undefined,
  sort: (sorting: Sorting) => void,
): HTMLElement {
  switch (page.state.rows) {
    case 'actors':
      return sortableTable(actorsTable(page), sorting, sort);
    case 'pairs':
      return sortableTable(pairsTable(page), sorting, sort);
    case 'dates':
      return sortableTable(datesTable(page), sorting, sort);
    case 'sourceDates':
      return sortableTable(sourceDatesTable(page), sorting, sort);
  }
}

function note({ graph, state, texts }: Page): Node[] {
  const [shown, total] = {
    actors: [graph.actors.length, graph.totalActors],
    pairs: [graph.links.length, graph.totalLinks],
    dates: [graph.dated.length, graph.totalDated],
    sourceDates: [0, 0],
  }[state.rows] as [number, number];
  return shown < total ? [make('p', { class: 'note' }, format(texts.rowsShown, shown, total))] : [];
}

function actorsTable(page: Page): TableOf<ActorSummary> {
  const { graph, texts, state, change } = page;
  const places = new Map(graph.actors.map((actor, at) => [actor, at]));
  const namedWith = new Map(graph.actors.map((actor) => [actor, partners(graph, places.get(actor) ?? 0)]));
  return {
    caption: texts.actors,
    rows: graph.actors,
    key: ({ id }) => id,
    isChosen: ({ id }) => state.selected.includes(id),
    choose: ({ id }) => {
      change({ selected: [id] });
    },
    columns: [
      { head: texts.name, text: ({ name }) => name },
      { head: texts.kind, text: ({ kind }) => texts.kinds[kind] ?? kind },
      number(texts.mentions, ({ mentions }) => mentions),
      number(texts.passages, ({ passages }) => passages),
      number(texts.sources, ({ sources }) => sources),
      {
        head: texts.namedWith,
        kind: 'wide',
        order: (actor) => namedWith.get(actor)?.length ?? 0,
        text: (actor) => partnersText(namedWith.get(actor) ?? []),
      },
    ],
  };
}

function partnersText(all: ReturnType<typeof partners>): string {
  const named = all.slice(0, MOST_PARTNERS).map(({ actor, passages }) => `${actor.name} (${passages})`);
  return all.length > MOST_PARTNERS ? `${named.join(', ')}, …` : named.join(', ');
}

function pairsTable({ graph, texts, state, change }: Page): TableOf<ActorLink> {
  const name = (at: number) => graph.actors[at]?.name ?? '';
  const ids = ({ a, b }: ActorLink) => [graph.actors[a]?.id ?? '', graph.actors[b]?.id ?? ''];
  return {
    caption: texts.pairs,
    rows: graph.links,
    key: (link) => JSON.stringify(ids(link)),
    isChosen: (link) => state.selected.length === 2 && ids(link).every((id) => state.selected.includes(id)),
    choose: (link) => {
      change({ selected: ids(link) });
    },
    columns: [
      { head: texts.name, text: ({ a }) => name(a) },
      { head: texts.namedWith, text: ({ b }) => name(b) },
      number(texts.passages, ({ passages }) => passages),
    ],
  };
}

function datesTable({ graph, texts, open }: Page): TableOf<DatedPassageRow> {
  const places = new Map(graph.dated.map((row, at) => [row, at]));
  return {
    caption: texts.dates,
    rows: graph.dated,
    key: ({ uri, range }) => `${uri}#${range.start.line},${range.start.character}`,
    choose: ({ uri, range }) => {
      open(uri, range);
    },
    columns: [
      { head: texts.date, text: ({ iso }) => showDate(iso), order: (row) => -(places.get(row) ?? 0) },
      {
        head: texts.names,
        text: ({ actors }) => actors.map((at) => graph.actors[at]?.name ?? '').join(', '),
      },
      { head: texts.place, text: ({ reference }) => reference },
      { head: texts.passage, kind: 'wide', text: ({ excerpt }) => excerpt },
    ],
  };
}

function sourceDatesTable({ graph, texts, open }: Page): TableOf<DatedSource> {
  const places = new Map(graph.datedSources.map((row, at) => [row, at]));
  const start = { line: 0, character: 0 };
  return {
    caption: texts.sourceDates,
    rows: graph.datedSources,
    key: ({ key }) => `source ${key}`,
    choose: ({ uri }) => {
      open(uri, { start, end: start });
    },
    columns: [
      { head: texts.date, text: ({ iso }) => showDate(iso), order: (row) => -(places.get(row) ?? 0) },
      { head: texts.source, text: ({ reference }) => plain(reference) },
      { head: texts.title, kind: 'wide', text: ({ title }) => title },
    ],
  };
}

const number = <Row>(head: string, value: (row: Row) => number) => ({
  head,
  kind: 'number' as const,
  order: value,
  text: (row: Row) => String(value(row)),
});
