import type { FromGraphPage, GraphTexts, ToGraphPage } from '../../protocol/actor-graph-page';
import type { ActorGraphResult, DatedChoice, MentionSource } from '../../protocol/index';
import { details } from './details';
import { make } from '../dom';
import { graphPicture } from './graph-picture';
import type { Page } from './page';
import { readState, type PageState } from './page-state';
import { tables } from './tables';
import { timelinePicture } from './timeline-picture';
import { periodsOf } from './timeline-periods';
import { tabId, toolbar, type Toolbar } from './toolbar';

/** What VS Code gives to a web view's page. */
declare function acquireVsCodeApi(): {
  postMessage(message: FromGraphPage): void;
  getState(): unknown;
  setState(state: PageState): void;
};

const vscode = acquireVsCodeApi();
const root = document.getElementById('page') ?? document.body;
const views = { graph: graphPicture(), timeline: timelinePicture(), table: tables() };
const beside = details();
const panel = make('div', { id: 'panel', role: 'tabpanel' });

let state = readState(vscode.getState());
let graph: ActorGraphResult | undefined;
let drawnFrom = '';
let texts: GraphTexts | undefined;
let passages: readonly MentionSource[] | undefined;
let bar: Toolbar | undefined;

window.addEventListener('message', ({ data }: MessageEvent<ToGraphPage>) => {
  receive(data);
});
document.addEventListener('keydown', ({ key, target }) => {
  // In a field it means something else.
  if (key !== 'Escape' || target instanceof HTMLSelectElement || target instanceof HTMLInputElement) return;
  if (state.view === 'timeline' && state.period) change({ period: '' });
  else if (state.selected.length > 0) change({ selected: [] });
});
ask();

function receive(message: ToGraphPage): void {
  switch (message.type) {
    case 'graph': {
      state = { ...state, choice: message.choice };
      vscode.setState(state);
      // What is the same is not drawn again: who is in the middle of it stays there.
      const now = JSON.stringify([message.graph, message.choice]);
      if (now === drawnFrom) return;
      drawnFrom = now;
      const isFirst = graph === undefined;
      ({ graph, texts } = message);
      // Which years a period has is known only now.
      if (isFirst && state.period) ask();
      askPassages();
      draw();
      return;
    }
    case 'passages':
      if (message.actors.join('\n') !== state.selected.join('\n')) return;
      passages = message.sources;
      draw();
      return;
    case 'failed':
      drawnFrom = '';
      bar = undefined;
      root.replaceChildren(make('p', { class: 'empty', role: 'alert' }, message.message));
  }
}

function change(next: Partial<PageState>): void {
  const before = state;
  state = { ...state, ...next };
  vscode.setState(state);
  if (next.choice ?? next.view ?? next.selected ?? next.period !== undefined) ask();
  if (next.selected) {
    passages = undefined;
    askPassages();
  }
  const closes = state.selected.length === 0 && beside.element.contains(document.activeElement);
  draw();
  if (closes) returnFocus(before);
}

/** Where the details close, the focus goes back to what they were about. */
function returnFocus({ selected }: PageState): void {
  const [id] = selected;
  const items = [...panel.querySelectorAll<HTMLElement | SVGElement>('[data-key]')];
  (items.find((item) => item.getAttribute('data-key') === id) ?? items[0])?.focus();
}

function ask(): void {
  const dated = datedChoice();
  vscode.postMessage({ type: 'graph', choice: state.choice, ...(dated ? { dated } : {}) });
}

/** The timeline lists the passages of who is chosen, in the years that are; the tables list all. */
function datedChoice(): DatedChoice | undefined {
  if (state.view !== 'timeline') return undefined;
  const period = periodsOf(graph?.datedYears ?? []).find(({ label }) => label === state.period);
  const years = period ? { from: period.first, to: period.first + period.years - 1 } : {};
  return { actors: state.selected, ...years };
}

function askPassages(): void {
  const { selected, choice } = state;
  if (selected.length === 0) return;
  const only = choice.source === undefined ? {} : { source: choice.source };
  vscode.postMessage({ type: 'passages', actors: selected, ...only });
}

function draw(): void {
  if (!graph || !texts) return;
  const page: Page = { state, graph, texts, passages, change, open };
  if (!bar) {
    bar = toolbar(texts);
    root.replaceChildren(bar.element, make('div', { class: 'body' }, panel, beside.element));
  }
  bar.draw(page);
  const isEmpty = graph.actors.length === 0;
  const view = views[state.view];
  const shown = isEmpty ? emptyPanel(page) : view.element;
  if (isEmpty || panel.firstElementChild !== shown) panel.replaceChildren(shown);
  panel.setAttribute('aria-labelledby', tabId(state.view));
  root.setAttribute('data-view', state.view);
  if (!isEmpty) view.draw(page);
  beside.element.toggleAttribute(
    'hidden',
    isEmpty || state.view === 'timeline' || (state.view === 'table' && state.selected.length === 0),
  );
  beside.draw(page);
}

const emptyPanel = ({ graph: { hasRegistry, complete }, texts: said }: Page): HTMLElement =>
  make(
    'p',
    { class: 'empty' },
    !complete ? said.incomplete : hasRegistry ? said.noMentions : said.noRegistry,
  );

function open(uri: string, range: Extract<FromGraphPage, { type: 'open' }>['range']): void {
  vscode.postMessage({ type: 'open', uri, range });
}
