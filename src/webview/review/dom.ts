/** Attributes by name; what is undefined is left out. There is no `style`: the page's policy would refuse it. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An HTML element. Texts become text nodes: nothing in them is ever read as markup. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

/** `{0}` and `{1}` in a text stand for these. */
export const format = (text: string, ...values: readonly (string | number)[]): string =>
  text.replace(/\{(\d)\}/g, (_, at: string) => String(values[Number(at)] ?? ''));

/**
 * Other people's words with what would turn their direction round named instead of obeyed: a reviewer sees the letters in
 * the order that was compared.
 */
export const shown = (text: string): string =>
  text.replace(
    /[\u202A-\u202E\u2066-\u2069]/g,
    (control) => `⟨U+${control.charCodeAt(0).toString(16).toUpperCase()}⟩`,
  );
