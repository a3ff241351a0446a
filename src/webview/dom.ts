/** Attributes by name; what is undefined is left out. There is no `style`: the page's policy would refuse it. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An HTML element. Texts become text nodes: nothing in them is ever read as markup. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  return filled(document.createElement(tag), attributes, children);
}

/** An SVG element, in the same way. */
export function drawn<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): SVGElementTagNameMap[Tag] {
  return filled(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);
}

function filled<One extends Element>(
  element: One,
  attributes: Attributes,
  children: readonly (Node | string)[],
): One {
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

/**
 * Draws a part of the page anew. What had the focus has it again, by its `data-key`; where it is gone, what is marked as
 * `data-fallback`, else the first item: the keyboard never loses its place.
 */
export function redraw(container: Element, content: readonly Node[]): void {
  const active = document.activeElement;
  const hadFocus = active !== null && active !== container && container.contains(active);
  const key = hadFocus ? active.getAttribute('data-key') : null;
  container.replaceChildren(...content);
  if (!hadFocus) return;
  const items = [...container.querySelectorAll<HTMLElement | SVGElement>('[data-key]')];
  const again = items.find((one) => key !== null && one.getAttribute('data-key') === key);
  (again ?? container.querySelector<HTMLElement>('[data-fallback]') ?? items[0])?.focus();
}

/** `{0}` and `{1}` in a text stand for these. */
export const format = (text: string, ...values: readonly (string | number)[]): string =>
  text.replace(/\{(\d)\}/g, (_, at: string) => String(values[Number(at)] ?? ''));

/** Overrides and isolates of the direction of writing in other people's words: they would reorder what stands around them. */
export const plain = (text: string): string => text.replace(/[\u202A-\u202E\u2066-\u2069]/g, '');

/**
 * Other people's words with what would turn their direction round named instead of obeyed: a reviewer sees the letters in
 * the order that was compared.
 */
export const shown = (text: string): string =>
  text.replace(
    /[\u202A-\u202E\u2066-\u2069]/g,
    (control) => `⟨U+${control.charCodeAt(0).toString(16).toUpperCase()}⟩`,
  );
