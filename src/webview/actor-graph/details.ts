import type { ActorSummary, MentionSource } from '../../protocol/index';
import { drawn, format, make, plain, redraw } from '../dom';
import { partners, selectedActors, type Page } from './page';
import { inLine, roving } from './roving';

/** Has the focus where what had it is gone: a screen reader then says who is chosen now. */
const HEADING = { tabindex: -1, 'data-fallback': '' };

/** So many others are listed. */
const MOST_PARTNERS = 12;

/** Beside the picture: who is chosen, and the passages that name them. */
export interface Details {
  readonly element: HTMLElement;
  draw(page: Page): void;
}

export function details(): Details {
  const about = make('div', { class: 'about' });
  const places = make('div', { class: 'places' });
  const element = make('section', { class: 'details' }, about, places);
  roving(about, undefined, inLine('ArrowUp', 'ArrowDown'));
  roving(places, undefined, inLine('ArrowUp', 'ArrowDown'));
  return {
    element,
    draw(next) {
      element.setAttribute('aria-label', next.texts.details);
      const chosen = selectedActors(next);
      redraw(
        about,
        chosen.length === 0 ? [make('p', { class: 'empty' }, next.texts.chooseActor)] : head(next, chosen),
      );
      redraw(
        places,
        chosen.length === 0 ? [] : (next.passages ?? []).flatMap((source) => passagesOf(next, source)),
      );
    },
  };
}

function head(page: Page, chosen: readonly ActorSummary[]): Node[] {
  const close = make(
    'button',
    { type: 'button', class: 'tool close', 'aria-label': page.texts.close, title: page.texts.close },
    closeIcon(),
  );
  close.addEventListener('click', () => {
    page.change({ selected: [] });
  });
  const [first, second] = chosen;
  return [close, ...(first && second ? pairHead(page, first, second) : first ? actorHead(page, first) : [])];
}

function pairHead({ texts, passages, graph }: Page, first: ActorSummary, second: ActorSummary): Node[] {
  const link = graph.links.find(({ a, b }) => {
    const both = [graph.actors[a]?.id, graph.actors[b]?.id];
    return both.includes(first.id) && both.includes(second.id);
  });
  const counted = passages?.reduce((sum, { total }) => sum + total, 0) ?? link?.passages ?? 0;
  return [
    make('h2', HEADING, format(texts.and, plain(first.name), plain(second.name))),
    make('p', { class: 'note' }, format(texts.sharedCount, counted)),
  ];
}

function actorHead(page: Page, actor: ActorSummary): Node[] {
  const { texts, graph } = page;
  const { name, kind, position, summary, mentions, passages, sources } = actor;
  const roles = [texts.kinds[kind] ?? kind, plain(position)].filter((part) => part !== '');
  const others = partners(graph, graph.actors.indexOf(actor));
  return [
    make('h2', HEADING, plain(name)),
    make('p', {}, roles.join(' · ')),
    ...(summary === '' ? [] : [make('p', {}, plain(summary))]),
    make('p', { class: 'note' }, format(texts.mentionCount, mentions, passages, sources)),
    ...(others.length === 0 ? [] : [make('h3', {}, texts.namedWith), partnerList(page, actor, others)]),
  ];
}

function partnerList(
  { change }: Page,
  actor: ActorSummary,
  others: ReturnType<typeof partners>,
): HTMLElement {
  const items = others.slice(0, MOST_PARTNERS).map(({ actor: other, passages }, at) => {
    const button = make(
      'button',
      { type: 'button', class: 'link', 'data-key': `with ${other.id}`, tabindex: at === 0 ? 0 : -1 },
      `${plain(other.name)} (${passages})`,
    );
    button.addEventListener('click', () => {
      change({ selected: [actor.id, other.id] });
    });
    return make('li', {}, button);
  });
  return make('ul', { class: 'partners' }, ...items);
}

function passagesOf(
  { texts, open }: Page,
  { reference, title, uri, passages, total, key }: MentionSource,
): Node[] {
  const items = passages.map(({ n, locator, excerpt, range }) => {
    const button = make(
      'button',
      { type: 'button', class: 'row', 'data-key': `${key} ${n}`, tabindex: -1 },
      make('span', { class: 'what' }, plain(excerpt)),
      make('span', { class: 'who' }, locator),
    );
    button.addEventListener('click', () => {
      open(uri, range);
    });
    return make('li', {}, button);
  });
  const left = total - passages.length;
  return [
    make('h3', { title: plain(title) }, plain(reference)),
    make('ul', {}, ...items),
    ...(left > 0 ? [make('p', { class: 'note' }, format(texts.morePassages, left))] : []),
  ];
}

const closeIcon = (): SVGElement =>
  drawn(
    'svg',
    { class: 'icon', width: 16, height: 16, 'aria-hidden': 'true' },
    drawn('path', { d: 'M4 4l8 8M12 4l-8 8' }),
  );
