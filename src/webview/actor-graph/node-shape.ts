import type { GraphTexts } from '../../protocol/actor-graph-page';
import type { ActorKind } from '../../protocol/index';
import { drawn, make } from '../dom';

type Shape = 'person' | 'group' | 'other';

const SHAPES: Partial<Record<ActorKind, Shape>> = {
  person: 'person',
  organisation: 'group',
  company: 'group',
  'public-body': 'group',
  state: 'group',
};

interface Disc {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** People round, organisations and states square, all else a diamond: the kind is told by more than a colour. */
export const nodeShape = (kind: ActorKind, disc: Disc): SVGElement =>
  drawShape(SHAPES[kind] ?? 'other', disc);

function drawShape(shape: Shape, { x, y, radius }: Disc): SVGElement {
  switch (shape) {
    case 'person':
      return drawn('circle', {
        class: 'shape person',
        cx: x.toFixed(1),
        cy: y.toFixed(1),
        r: radius.toFixed(1),
      });
    case 'group': {
      const half = radius * 0.88; // of the same area as the disc
      const side = (2 * half).toFixed(1);
      return drawn('rect', {
        class: 'shape group',
        x: (x - half).toFixed(1),
        y: (y - half).toFixed(1),
        width: side,
        height: side,
        rx: 2,
      });
    }
    case 'other': {
      const reach = radius * 1.2;
      const corners = [
        [x, y - reach],
        [x + reach, y],
        [x, y + reach],
        [x - reach, y],
      ];
      return drawn('polygon', {
        class: 'shape other',
        points: corners.map((corner) => corner.map((value) => value.toFixed(1)).join(',')).join(' '),
      });
    }
  }
}

export function legend(texts: GraphTexts): HTMLElement {
  const entries: [Shape, string][] = [
    ['person', texts.person],
    ['group', texts.group],
    ['other', texts.otherKind],
  ];
  return make(
    'ul',
    { class: 'legend' },
    ...entries.map(([shape, text]) =>
      make(
        'li',
        {},
        drawn(
          'svg',
          { width: 14, height: 14, 'aria-hidden': 'true' },
          drawShape(shape, { x: 7, y: 7, radius: 5 }),
        ),
        text,
      ),
    ),
  );
}
