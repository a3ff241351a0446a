import type { DatedPassageRow } from '../../protocol/index';
import { drawn, format, make, plain, redraw } from '../dom';
import { datedOf, selectedActors, type Page } from './page';
import { inLine, onChoose, roving } from './roving';
import { showDate } from './show-date';
import { isIn, periodsOf, yearOf, type Period } from './timeline-periods';

/** The bars' height, and the room for the years below them, in pixels. */
const HEIGHT = 110;
const FOOT = 20;
/** The least room for a year's name, in pixels. */
const LABEL = 44;

/** The dated passages: bars by year, and the passages themselves, of one year or of all. */
export interface TimelinePicture {
  readonly element: HTMLElement;
  draw(page: Page): void;
}

export function timelinePicture(): TimelinePicture {
  const svg = drawn('svg', { class: 'bars', role: 'group', height: HEIGHT + FOOT });
  const list = make('div', { class: 'dates' });
  let page: Page | undefined;
  const paint = () => {
    if (page && svg.clientWidth > 0) redraw(svg, drawBars(page, svg.clientWidth));
  };
  roving(svg, undefined, inLine('ArrowLeft', 'ArrowRight'));
  roving(list, undefined, inLine('ArrowUp', 'ArrowDown'));
  new ResizeObserver(paint).observe(svg);
  return {
    element: make('div', { class: 'timeline' }, svg, list),
    draw(next) {
      page = next;
      svg.setAttribute('aria-label', next.texts.timelineLabel);
      svg.toggleAttribute('hidden', next.graph.datedYears.length === 0);
      paint();
      redraw(list, datesList(next));
    },
  };
}

function drawBars(page: Page, width: number): SVGElement[] {
  const periods = periodsOf(page.graph.datedYears);
  const most = Math.max(1, ...periods.map(({ count }) => count));
  const step = width / Math.max(1, periods.length);
  const every = yearsApart(LABEL / step) * (periods[0]?.years ?? 1);
  const stop =
    periods.find(({ label }) => label === page.state.period) ?? periods.find(({ count }) => count > 0);
  return periods.flatMap((period, at) => {
    const x = at * step;
    const label = drawn(
      'text',
      {
        class: 'axis',
        x: (x + step / 2).toFixed(1),
        y: HEIGHT + FOOT - 5,
        'text-anchor': 'middle',
        'aria-hidden': 'true',
      },
      period.first % every === 0 ? period.label : '',
    );
    return period.count === 0 ? [label] : [drawBar(page, period, { x, step, most }, period === stop), label];
  });
}

function drawBar(
  page: Page,
  period: Period,
  { x, step, most }: { readonly x: number; readonly step: number; readonly most: number },
  isStop: boolean,
): SVGElement {
  const height = Math.max(3, ((HEIGHT - 16) * period.count) / most);
  const width = Math.min(step * 0.7, 36);
  const isChosen = page.state.period === period.label;
  const middle = x + step / 2;
  const bar = drawn(
    'g',
    {
      class: isChosen ? 'bar chosen' : 'bar',
      role: 'button',
      tabindex: isStop ? 0 : -1,
      'data-key': period.label,
      'aria-pressed': String(isChosen),
      'aria-label': format(page.texts.year, period.label, period.count),
    },
    drawn('rect', { class: 'touch', x: x.toFixed(1), y: 0, width: step.toFixed(1), height: HEIGHT }),
    drawn('rect', {
      class: 'column',
      x: (middle - width / 2).toFixed(1),
      y: (HEIGHT - height).toFixed(1),
      width: width.toFixed(1),
      height: height.toFixed(1),
    }),
    drawn(
      'text',
      { class: 'count', x: middle.toFixed(1), y: (HEIGHT - height - 4).toFixed(1), 'text-anchor': 'middle' },
      step > 14 ? String(period.count) : '',
    ),
  );
  onChoose(bar, () => {
    page.change({ period: isChosen ? '' : period.label });
  });
  return bar;
}

/** Of the periods that have room for a name, each so manieth has one: round numbers. */
const yearsApart = (least: number): number => [1, 2, 5, 10, 20, 50].find((years) => years >= least) ?? 100;

function datesList(page: Page): Node[] {
  const dated = datedOf(page);
  const period = periodsOf(page.graph.datedYears).find(({ label }) => label === page.state.period);
  const wanted = period ? dated.filter(({ iso }) => isIn(period, iso)) : dated;
  const years = [...new Set(wanted.map(({ iso }) => yearOf(iso)))];
  return [
    ...notes(page, period, wanted.length),
    ...years.flatMap((year) => [
      make('h2', {}, String(year)),
      make('ol', {}, ...wanted.filter(({ iso }) => yearOf(iso) === year).map((row) => dateItem(page, row))),
    ]),
    ...sourceDates(page),
  ];
}

/** What is left out of the list, and the way to all of it. */
function notes(page: Page, period: Period | undefined, shown: number): Node[] {
  const { graph, texts, change } = page;
  const who = selectedActors(page).map(({ name }) => plain(name));
  const all = graph.datedYears.reduce((sum, { count }) => sum + count, 0);
  const total = period?.count ?? all;
  return [
    ...(who.length > 0
      ? [
          note(format(texts.onlyNaming, who.join(', ')), texts.allActors, () => {
            change({ selected: [] });
          }),
        ]
      : []),
    ...(period
      ? [
          note(format(texts.yearChosen, period.count, all, period.label), texts.allYears, () => {
            change({ period: '' });
          }),
        ]
      : []),
    ...(shown < total ? [make('p', { class: 'note' }, format(texts.rowsShown, shown, total))] : []),
    ...(all === 0 ? [make('p', { class: 'empty' }, texts.noDates)] : []),
  ];
}

function note(text: string, label: string, act: () => void): HTMLElement {
  const button = make('button', { type: 'button', class: 'link' }, label);
  button.addEventListener('click', act);
  return make('p', { class: 'note' }, `${text} `, button);
}

function dateItem({ graph, open }: Page, row: DatedPassageRow): HTMLElement {
  const names = row.actors.map((at) => plain(graph.actors[at]?.name ?? '')).join(', ');
  const { line, character } = row.range.start;
  const button = make(
    'button',
    { type: 'button', class: 'row', tabindex: -1, 'data-key': `${row.uri}#${line},${character}` },
    make('span', { class: 'when' }, showDate(row.iso)),
    make('span', { class: 'what' }, plain(row.excerpt)),
    make('span', { class: 'who' }, `${names} · ${plain(row.reference)}`),
  );
  button.addEventListener('click', () => {
    open(row.uri, row.range);
  });
  return make('li', {}, button);
}

/** Apart from what the sources tell of. */
function sourceDates({ texts, open, graph: { datedSources } }: Page): Node[] {
  if (datedSources.length === 0) return [];
  const start = { line: 0, character: 0 };
  const items = datedSources.map(({ iso, uri, reference, title, key }) => {
    const button = make(
      'button',
      { type: 'button', class: 'row', tabindex: -1, 'data-key': `source ${key}` },
      make('span', { class: 'when' }, showDate(iso)),
      make('span', { class: 'what' }, plain(title)),
      make('span', { class: 'who' }, plain(reference)),
    );
    button.addEventListener('click', () => {
      open(uri, { start, end: start });
    });
    return make('li', {}, button);
  });
  return [make('h2', { class: 'apart' }, texts.sourceDates), make('ol', {}, ...items)];
}
