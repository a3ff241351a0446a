type Item = HTMLElement | SVGElement;

/** Where a key leads from an item; undefined: nowhere. */
export type Step = (from: Item, key: string, items: readonly Item[]) => Item | undefined;

/**
 * Makes a list one stop of the Tab key: arrow keys move among its items, `[data-key]`, and the last one that had the focus
 * has it again. `start` is the key of the item that Tab leads to first.
 */
export function roving(container: Element, start: string | undefined, step: Step): void {
  const items = () => [...container.querySelectorAll<Item>('[data-key]')];
  const first = items().find((item) => item.getAttribute('data-key') === start) ?? items()[0];
  if (first) makeStop(items(), first);
  container.addEventListener('focusin', ({ target }) => {
    const item = target instanceof Element ? target.closest<Item>('[data-key]') : null;
    if (item) makeStop(items(), item);
  });
  container.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent) || event.altKey || event.ctrlKey || event.metaKey) return;
    const from = event.target instanceof Element ? event.target.closest<Item>('[data-key]') : null;
    const to = from && step(from, event.key, items());
    if (!to) return;
    event.preventDefault();
    to.focus();
  });
}

function makeStop(items: readonly Item[], stop: Item): void {
  for (const item of items) item.setAttribute('tabindex', item === stop ? '0' : '-1');
}

/** One after the other: with the arrow keys of a direction, Home and End. */
export const inLine =
  (back: string, on: string): Step =>
  (from, key, items) => {
    const at = items.indexOf(from);
    switch (key) {
      case back:
        return items[at - 1];
      case on:
        return items[at + 1];
      case 'Home':
        return items[0];
      case 'End':
        return items.at(-1);
      default:
        return undefined;
    }
  };

/** A click, Enter or the space bar. */
export function onChoose(item: Item, act: () => void): void {
  item.addEventListener('click', act);
  // A button makes a click of its keys by itself.
  if (item instanceof HTMLButtonElement) return;
  item.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent) || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    act();
  });
}
