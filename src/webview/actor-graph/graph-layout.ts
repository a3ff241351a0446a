import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface LayoutLink {
  readonly a: number;
  readonly b: number;
  /** How strongly it draws. */
  readonly passages: number;
}

/** So many steps let d3-force cool down to its end. */
const STEPS = 300;

/**
 * Places for nodes that links draw together, in no particular unit. Nothing in it is left to chance: d3-force begins with a
 * spiral and has a random generator of its own with a fixed seed, so that the same graph gives the same picture.
 */
export function layoutGraph(radii: readonly number[], links: readonly LayoutLink[]): Point[] {
  const nodes: SimulationNodeDatum[] = radii.map(() => ({}));
  const strongest = Math.max(1, ...links.map(({ passages }) => passages));
  forceSimulation(nodes)
    .force('charge', forceManyBody().strength(-260))
    .force(
      'collide',
      forceCollide((_, at) => (radii[at] ?? 0) + 10),
    )
    .force(
      'link',
      forceLink(links.map(({ a, b, passages }) => ({ source: a, target: b, passages })))
        .distance(70)
        .strength(({ passages }) => 0.05 + 0.3 * Math.sqrt(passages / strongest)),
    )
    // Wider than high, as editors are.
    .force('x', forceX(0).strength(0.05))
    .force('y', forceY(0).strength(0.09))
    .stop()
    .tick(STEPS);
  return nodes.map(({ x = 0, y = 0 }) => ({ x, y }));
}

/** How the picture is moved: times bigger than it fits, and where its middle lies, in parts of the whole. */
export interface Zoom {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export const WHOLE: Zoom = { scale: 1, x: 0.5, y: 0.5 };

/** Room around the outermost nodes for their names, in pixels. */
const MARGIN = { x: 90, y: 28 };

/** Few nodes are not drawn apart to the edges. */
const LARGEST_SCALE = 2;
/** A picture is stretched in one direction to use the room, but not so far that distances say nothing any more. */
const MOST_STRETCH = 1.8;

/** The places in pixels of a picture of this size. */
export function fitPoints(points: readonly Point[], { width, height }: Size, zoom: Zoom): Point[] {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const room = { x: Math.max(1, width - 2 * MARGIN.x), y: Math.max(1, height - 2 * MARGIN.y) };
  const [wide, high] = [room.x / Math.max(1, right - left), room.y / Math.max(1, bottom - top)];
  const least = Math.min(wide, high, LARGEST_SCALE);
  const scale = {
    x: Math.min(wide, least * MOST_STRETCH) * zoom.scale,
    y: Math.min(high, least * MOST_STRETCH) * zoom.scale,
  };
  const middle = { x: left + (right - left) * zoom.x, y: top + (bottom - top) * zoom.y };
  return points.map(({ x, y }) => ({
    x: width / 2 + (x - middle.x) * scale.x,
    y: height / 2 + (y - middle.y) * scale.y,
  }));
}
