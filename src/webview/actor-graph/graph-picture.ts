import type { ActorSummary } from '../../protocol/index';
import { drawn, format, make, plain, redraw } from '../dom';
import { placeLabels, placesOf, type PlacedLabel } from './graph-labels';
import { fitPoints, layoutGraph, WHOLE, type Point, type Zoom } from './graph-layout';
import { zoomControls, zoomable } from './graph-zoom';
import { nodeShape, legend } from './node-shape';
import { partners, type Page } from './page';
import { onChoose, roving, type Step } from './roving';

/** More lines cover each other; those of the chosen actor are all drawn. */
const MOST_LINES = 150;

/** Radii in pixels. */
const SMALLEST = 5;
const LARGEST = 20;

interface Laid {
  readonly graph: Page['graph'];
  readonly radii: readonly number[];
  readonly points: readonly Point[];
}

/** The picture of who is named with whom. */
export interface GraphPicture {
  readonly element: HTMLElement;
  draw(page: Page): void;
}

export function graphPicture(): GraphPicture {
  // For the mouse; the keyboard has the list of who is named with whom.
  const lines = drawn('g', { class: 'lines', 'aria-hidden': 'true' });
  const nodes = drawn('g', { class: 'nodes' });
  const svg = drawn('svg', { class: 'picture', role: 'group' }, lines, nodes);
  const help = make('p', { class: 'help' });
  const foot = make('div', { class: 'picture-foot' });
  let page: Page | undefined;
  let laid: Laid | undefined;
  let zoom: Zoom = WHOLE;
  const paint = () => {
    if (!page) return;
    laid = laid?.graph === page.graph ? laid : lay(page.graph);
    const size = { width: svg.clientWidth, height: svg.clientHeight };
    if (size.width === 0 || size.height === 0) return;
    const points = fitPoints(laid.points, size, zoom);
    const labels = placeLabels(
      laid.radii.map((radius, at) => ({ ...at0(points, at), radius, text: nameAt(page, at) })),
      size,
    );
    redraw(lines, drawLines(page, points));
    redraw(nodes, drawNodes(page, laid.radii, points, labels));
  };
  const change = (next: Zoom) => {
    zoom = next;
    paint();
  };
  roving(svg, undefined, towards);
  zoomable(svg, () => zoom, change);
  new ResizeObserver(paint).observe(svg);
  const element = make('div', { class: 'graph' }, svg, foot, help);
  return {
    element,
    draw(next) {
      if (!page)
        foot.append(
          legend(next.texts),
          zoomControls(next.texts, () => zoom, change),
        );
      page = next;
      svg.setAttribute('aria-label', next.texts.graphLabel);
      help.textContent = next.texts.graphHelp;
      paint();
    },
  };
}

const at0 = (points: readonly Point[], at: number): Point => points[at] ?? { x: 0, y: 0 };
const nameAt = (page: Page | undefined, at: number): string => plain(page?.graph.actors[at]?.name ?? '');

function lay(graph: Page['graph']): Laid {
  const actors = graph.actors.slice(0, graph.shown);
  const most = Math.max(1, ...actors.map(({ mentions }) => mentions));
  const radii = actors.map(({ mentions }) => SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(mentions / most));
  return { graph, radii, points: layoutGraph(radii, shownLinks(graph)) };
}

const shownLinks = ({ links, shown }: Page['graph']) => links.filter(({ a, b }) => a < shown && b < shown);

function drawLines({ graph, state, change }: Page, points: readonly Point[]): SVGElement[] {
  const chosen = new Set(state.selected);
  const isChosen = (at: number) => chosen.has(graph.actors[at]?.id ?? '');
  const links = shownLinks(graph);
  const strongest = Math.max(1, links[0]?.passages ?? 1);
  return links.flatMap(({ a, b, passages }, at) => {
    const isOf = chosen.size === 2 ? isChosen(a) && isChosen(b) : isChosen(a) || isChosen(b);
    if (at >= MOST_LINES && !isOf) return [];
    const line = { ...place(at0(points, a), at0(points, b)), 'stroke-width': widthOf(passages, strongest) };
    const touch = { ...line, class: 'touch-line', 'stroke-width': undefined };
    const look = chosen.size === 0 ? 'line' : isOf ? 'line chosen' : 'line faded';
    const both = drawn('g', {}, drawn('line', { ...line, class: look }), drawn('line', touch));
    both.addEventListener('click', () => {
      change({ selected: [graph.actors[a]?.id ?? '', graph.actors[b]?.id ?? ''] });
    });
    return both;
  });
}

const place = (from: Point, to: Point) => ({
  x1: from.x.toFixed(1),
  y1: from.y.toFixed(1),
  x2: to.x.toFixed(1),
  y2: to.y.toFixed(1),
});

const widthOf = (passages: number, strongest: number): string =>
  (0.75 + 4 * Math.sqrt(passages / strongest)).toFixed(2);

function drawNodes(
  page: Page,
  radii: readonly number[],
  points: readonly Point[],
  labels: readonly (PlacedLabel | undefined)[],
): SVGElement[] {
  const { graph, state } = page;
  const chosen = new Set(state.selected);
  const near = new Set(
    graph.links.flatMap(({ a, b }) => {
      const [first, second] = [graph.actors[a]?.id ?? '', graph.actors[b]?.id ?? ''];
      return chosen.has(first) ? [second] : chosen.has(second) ? [first] : [];
    }),
  );
  const stop = chosen.size > 0 ? state.selected[0] : graph.actors[0]?.id;
  return graph.actors.slice(0, graph.shown).map((actor, at) => {
    const isChosen = chosen.has(actor.id);
    const isFaded = chosen.size > 0 && !isChosen && (chosen.size === 2 || !near.has(actor.id));
    const point = { ...at0(points, at), radius: radii[at] ?? 0 };
    const node = drawn(
      'g',
      {
        class: `node${isChosen ? ' chosen' : ''}${isFaded ? ' faded' : ''}`,
        role: 'button',
        tabindex: actor.id === stop ? 0 : -1,
        'data-key': actor.id,
        'data-x': point.x.toFixed(1),
        'data-y': point.y.toFixed(1),
        'aria-label': format(page.texts.node, plain(actor.name), actor.mentions, partners(graph, at).length),
        'aria-pressed': String(isChosen),
      },
      nodeShape(actor.kind, point),
      nodeLabel(actor, labels[at] ?? placesOf(point)[0], labels[at] !== undefined),
    );
    onChoose(node, () => {
      page.change({ selected: isChosen && chosen.size === 1 ? [] : [actor.id] });
    });
    return node;
  });
}

/** A name that has no room is shown where the mouse or the keyboard is. */
function nodeLabel(actor: ActorSummary, place: PlacedLabel | undefined, hasRoom: boolean): SVGElement {
  return drawn(
    'text',
    {
      class: hasRoom ? 'label' : 'label hidden',
      'aria-hidden': 'true',
      x: place?.x.toFixed(1),
      y: place?.y.toFixed(1),
      'text-anchor': place?.anchor,
    },
    plain(actor.name),
  );
}

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The arrow keys lead to the next node in their direction, Home and End to the most and the least mentioned. */
const towards: Step = (from, key, items) => {
  if (key === 'Home') return items[0];
  if (key === 'End') return items.at(-1);
  const direction = DIRECTIONS[key];
  if (!direction) return undefined;
  const place = (item: Element) => [Number(item.getAttribute('data-x')), Number(item.getAttribute('data-y'))];
  const [x = 0, y = 0] = place(from);
  const costs = items.flatMap((item) => {
    const [dx = 0, dy = 0] = place(item).map((value, at) => value - (at === 0 ? x : y));
    const along = dx * direction[0] + dy * direction[1];
    const beside = Math.abs(dx * direction[1]) + Math.abs(dy * direction[0]);
    return item === from || along <= 0 ? [] : [{ item, cost: along + 2 * beside }];
  });
  return costs.sort((a, b) => a.cost - b.cost)[0]?.item;
};
