import assert from 'node:assert/strict';
import { placeLabels } from '../../src/webview/actor-graph/graph-labels';
import { fitPoints, layoutGraph, WHOLE } from '../../src/webview/actor-graph/graph-layout';

const RADII = Array.from({ length: 60 }, (_, at) => 20 - at / 4);
const LINKS = RADII.flatMap((_, a) =>
  RADII.flatMap((_, b) => (a < b && (a * 7 + b * 3) % 11 === 0 ? [{ a, b, passages: 1 + (a % 5) }] : [])),
);
const SIZE = { width: 800, height: 600 };

describe('the layout of the actor graph', () => {
  it('is the same for the same graph', () => {
    assert.deepEqual(layoutGraph(RADII, LINKS), layoutGraph(RADII, LINKS));
  });

  it('lays no node upon another', () => {
    const points = layoutGraph(RADII, LINKS);
    for (const [at, a] of points.entries())
      for (const b of points.slice(at + 1)) assert.ok(Math.hypot(a.x - b.x, a.y - b.y) > 12);
  });

  it('fits into the picture, also with one node or none', () => {
    for (const count of [60, 1, 0]) {
      const points = fitPoints(layoutGraph(RADII.slice(0, count), []), SIZE, WHOLE);
      assert.equal(points.length, count);
      for (const { x, y } of points)
        assert.ok(x > 0 && x < SIZE.width && y > 0 && y < SIZE.height, `${x}, ${y}`);
    }
  });

  it('lets no name cover another or leave the picture', () => {
    const points = fitPoints(layoutGraph(RADII, LINKS), SIZE, WHOLE);
    const labels = points.map((point, at) => ({ ...point, radius: RADII[at] ?? 0, text: `Somebody ${at}` }));
    const placed = placeLabels(labels, SIZE).filter((label) => label !== undefined);
    assert.ok(placed.length > 10);
    const width = 'Somebody 10'.length * 6;
    const boxes = placed.map(({ x, y, anchor }) => ({
      left: anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2,
      y,
    }));
    for (const [at, a] of boxes.entries()) {
      assert.ok(a.left >= 0 && a.left + width <= SIZE.width);
      for (const b of boxes.slice(at + 1))
        assert.ok(Math.abs(a.y - b.y) > 10 || Math.abs(a.left - b.left) > width);
    }
  });
});
