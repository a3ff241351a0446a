import type { GraphTexts } from '../../protocol/actor-graph-page';
import { format, make, plain } from '../dom';
import type { Page } from './page';
import { ROWS, VIEWS, type RowsName, type ViewName } from './page-state';
import { inLine, roving } from './roving';

/** Which view, of which source, from how many mentions on; and how much of it is shown. */
export interface Toolbar {
  readonly element: HTMLElement;
  draw(page: Page): void;
}

export function toolbar(texts: GraphTexts): Toolbar {
  let page: Page | undefined;
  const tabs = VIEWS.map((view) =>
    make(
      'button',
      { type: 'button', role: 'tab', id: tabId(view), 'data-key': view, 'aria-controls': 'panel' },
      texts[view],
    ),
  );
  tabs.forEach((tab, at) => {
    // As in tabs of the operating system: to have the focus is to be chosen.
    tab.addEventListener('focus', () => {
      const view = VIEWS[at];
      if (view && page?.state.view !== view) page?.change({ view });
    });
  });
  const tablist = make('div', { role: 'tablist', 'aria-label': texts.views }, ...tabs);
  roving(tablist, undefined, inLine('ArrowLeft', 'ArrowRight'));
  const source = make('select', { id: 'source' });
  const minimum = make('input', { id: 'minimum', type: 'number', min: 1, step: 1 });
  const rows = make(
    'select',
    { id: 'rows' },
    ...ROWS.map((name) => make('option', { value: name }, rowsName(texts, name))),
  );
  const rowsField = field(texts.rows, rows);
  const status = make('p', { class: 'status', role: 'status' });
  source.addEventListener('change', () => {
    const { value } = source;
    if (!page) return;
    const { folder, minimum: least } = page.state.choice;
    page.change({ choice: { folder, minimum: least, ...(value === '' ? {} : { source: value }) } });
  });
  minimum.addEventListener('change', () => {
    const least = Math.max(1, Math.floor(Number(minimum.value)) || 1);
    if (page) page.change({ choice: { ...page.state.choice, minimum: least } });
  });
  rows.addEventListener('change', () => {
    page?.change({ rows: ROWS.find((name) => name === rows.value) ?? 'actors' });
  });
  return {
    element: make(
      'header',
      {},
      make('h1', { class: 'unseen' }, texts.heading),
      tablist,
      field(texts.source, source),
      field(texts.minimum, minimum),
      rowsField,
      status,
    ),
    draw(next) {
      page = next;
      const { state } = next;
      for (const [at, tab] of tabs.entries()) {
        tab.setAttribute('aria-selected', String(VIEWS[at] === state.view));
        tab.setAttribute('tabindex', VIEWS[at] === state.view ? '0' : '-1');
      }
      fillSources(source, next);
      if (document.activeElement !== minimum) minimum.value = String(state.choice.minimum);
      rows.value = state.rows;
      rowsField.toggleAttribute('hidden', state.view !== 'table');
      status.textContent = statusText(next);
    },
  };
}

export const tabId = (view: ViewName): string => `tab-${view}`;

const rowsName = (texts: GraphTexts, name: RowsName): string => texts[name];

const field = (label: string, control: HTMLElement): HTMLElement =>
  make('div', { class: 'field' }, make('label', { for: control.id }, label), control);

function fillSources(select: HTMLSelectElement, { graph, state, texts }: Page): void {
  const options = [
    make('option', { value: '' }, texts.allSources),
    ...graph.sources.map(({ key, reference, title }) =>
      make('option', { value: key, title: plain(title) }, `${plain(reference)} (${key})`),
    ),
  ];
  const isSame =
    select.options.length === options.length &&
    options.every(({ value, text }, at) => {
      const old = select.options[at];
      return old?.value === value && old.text === text;
    });
  if (!isSame) select.replaceChildren(...options);
  select.value = state.choice.source ?? '';
}

/** The tables say themselves where they leave out rows. */
function statusText({ texts, graph, state }: Page): string {
  const isCut = state.view === 'graph' && graph.shown < graph.totalActors;
  const shown = isCut
    ? format(texts.shown, graph.shown, graph.totalActors)
    : format(texts.all, graph.totalActors);
  return graph.complete ? shown : `${shown} ${texts.incomplete}`;
}
