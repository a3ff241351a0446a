import type { GraphTexts } from '../../protocol/actor-graph-page';
import { drawn, make } from '../dom';
import { WHOLE, type Zoom } from './graph-layout';

const STEP = 1.4;
const MOST = 12;

const times = (zoom: Zoom, factor: number): Zoom => {
  const scale = Math.min(MOST, Math.max(1, zoom.scale * factor));
  return scale === 1 ? WHOLE : { ...zoom, scale };
};

/** Buttons to zoom with. */
export function zoomControls(texts: GraphTexts, zoom: () => Zoom, change: (zoom: Zoom) => void): HTMLElement {
  const button = (label: string, path: string, next: () => Zoom) => {
    const made = make(
      'button',
      { type: 'button', class: 'tool', 'aria-label': label, title: label },
      icon(path),
    );
    made.addEventListener('click', () => {
      change(next());
    });
    return made;
  };
  return make(
    'div',
    { class: 'zoom' },
    button(texts.zoomOut, 'M3 8h10', () => times(zoom(), 1 / STEP)),
    button(texts.zoomIn, 'M3 8h10M8 3v10', () => times(zoom(), STEP)),
    button(texts.fit, 'M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3', () => WHOLE),
  );
}

const icon = (path: string): SVGElement =>
  drawn('svg', { class: 'icon', width: 16, height: 16, 'aria-hidden': 'true' }, drawn('path', { d: path }));

/** The wheel zooms with Ctrl, as in maps; the mouse drags. */
export function zoomable(svg: SVGSVGElement, zoom: () => Zoom, change: (zoom: Zoom) => void): void {
  svg.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      change(times(zoom(), event.deltaY < 0 ? STEP : 1 / STEP));
    },
    { passive: false },
  );
  svg.addEventListener('pointerdown', (down) => {
    if (down.button !== 0 || (down.target as Element).closest('[data-key], .touch-line')) return;
    const start = zoom();
    svg.setPointerCapture(down.pointerId);
    const drag = (move: PointerEvent) => {
      change({
        ...start,
        x: start.x - (move.clientX - down.clientX) / svg.clientWidth / start.scale,
        y: start.y - (move.clientY - down.clientY) / svg.clientHeight / start.scale,
      });
    };
    svg.addEventListener('pointermove', drag);
    svg.addEventListener(
      'lostpointercapture',
      () => {
        svg.removeEventListener('pointermove', drag);
      },
      { once: true },
    );
  });
}
