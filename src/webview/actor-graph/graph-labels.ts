import type { Point, Size } from './graph-layout';

/** A name to be written at a node. */
export interface Label extends Point {
  readonly radius: number;
  readonly text: string;
}

export interface PlacedLabel extends Point {
  readonly anchor: 'start' | 'end' | 'middle';
}

/** Of the style sheet's letters, in pixels; the width is a mean. */
const LETTER = { width: 7, height: 15 };
const GAP = 4;
/** A node of this radius is still seen under its name. */
const LARGE = 12;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where each name can stand so that it covers no other name and no node: those first that come first. Undefined: nowhere. */
export function placeLabels(labels: readonly Label[], { width, height }: Size): (PlacedLabel | undefined)[] {
  const taken: Box[] = labels.map(({ x, y, radius }) => ({
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  }));
  return labels.map((label, at) => {
    const own = taken[at];
    for (const place of placesOf(label)) {
      const box = boxOf(place, label.text.length * LETTER.width);
      const isInside = box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height;
      if (!isInside || taken.some((other) => other !== own && overlap(box, other))) continue;
      taken.push(box);
      return place;
    }
    return undefined;
  });
}

/** Beside the node, then below and above it, in its middle or from its edge on; upon itself, if it is large. */
export function placesOf({ x, y, radius }: Point & { readonly radius: number }): PlacedLabel[] {
  const middle = y + LETTER.height / 4;
  return [
    { x: x + radius + GAP, y: middle, anchor: 'start' },
    { x: x - radius - GAP, y: middle, anchor: 'end' },
    { x, y: y + radius + LETTER.height, anchor: 'middle' },
    { x, y: y - radius - GAP - 1, anchor: 'middle' },
    { x: x - radius, y: y + radius + LETTER.height, anchor: 'start' },
    { x: x - radius, y: y - radius - GAP - 1, anchor: 'start' },
    { x: x + radius, y: y + radius + LETTER.height, anchor: 'end' },
    { x: x + radius, y: y - radius - GAP - 1, anchor: 'end' },
    ...(radius < LARGE ? [] : [{ x, y: middle, anchor: 'middle' as const }]),
  ];
}

function boxOf({ x, y, anchor }: PlacedLabel, width: number): Box {
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, right: left + width, top: y - LETTER.height * 0.75, bottom: y + LETTER.height * 0.25 };
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
