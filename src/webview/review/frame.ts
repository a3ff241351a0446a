import type { ReviewTexts } from '../../protocol/review-page';
import { toolbar, type Action } from './actions';
import { format, make, shown } from '../dom';
import { countOf, FILTERS, isOpen, type Entries, type Filter } from './walk';

/** The parts of the page that stay while its citation changes: what has the focus keeps it. */
export interface Frame {
  readonly main: HTMLElement;
  readonly actions: HTMLElement;
  /** Where a note is asked for. */
  readonly note: HTMLElement;
  readonly drawHead: (name: string, entries: Entries, filter: Filter, dropped: number) => void;
  /** Says it to a screen reader. */
  readonly say: (text: string) => void;
  /** Shows, and says, what is wrong; empty: nothing is. */
  readonly warn: (text: string) => void;
}

export function frame(
  root: HTMLElement,
  texts: ReviewTexts,
  { run, choose }: { readonly run: (action: Action) => void; readonly choose: (filter: Filter) => void },
): Frame {
  const title = make('h1');
  const progress = make('progress', { 'aria-labelledby': 'progress' });
  const decided = make('span', { id: 'progress' });
  const counts = make('span', { class: 'counts' });
  const filter = filterField(texts, choose);
  const warning = make('p', { role: 'alert', class: 'warning', hidden: '' });
  const spoken = make('p', { role: 'status', class: 'unseen' });
  const main = make('main', { tabindex: 0, 'aria-labelledby': 'citation' });
  const note = make('div', { class: 'note-place' });
  const actions = toolbar(texts, run);
  root.replaceChildren(
    make('header', {}, title, make('div', { class: 'progress' }, progress, decided), counts, filter.field),
    warning,
    main,
    make('footer', {}, note, actions),
    spoken,
  );
  return {
    main,
    actions,
    note,
    drawHead: (name, entries, chosen, dropped) => {
      title.textContent = shown(name);
      progress.max = Math.max(entries.length, 1);
      progress.value = entries.filter((entry) => !isOpen(entry)).length;
      decided.textContent = format(texts.progress, progress.value, entries.length);
      counts.textContent = countsText(texts, entries, dropped);
      filter.select.value = chosen;
    },
    say: (text) => {
      spoken.textContent = text;
    },
    warn: (text) => {
      if (warning.textContent !== text) warning.textContent = text;
      warning.hidden = text === '';
    },
  };
}

function countsText(texts: ReviewTexts, entries: Entries, dropped: number): string {
  const states = (['undecided', 'stale', 'queried', 'rejected'] as const).map((state) =>
    countOf(entries, state),
  );
  const gone = dropped > 0 ? ` · ${format(texts.dropped, dropped)}` : '';
  return format(texts.counts, ...states) + gone;
}

function filterField(texts: ReviewTexts, choose: (filter: Filter) => void) {
  const options = FILTERS.map((one) => make('option', { value: one }, texts.filters[one]));
  const select = make('select', {}, ...options);
  select.addEventListener('change', () => {
    const chosen = FILTERS.find((one) => one === select.value);
    if (chosen) choose(chosen);
  });
  return { select, field: make('label', { class: 'field' }, texts.show, select) };
}
