import type { DomElement } from './dom';

/** Ways in which a style takes words away from a page's readers, or crosses them out. */
export type Hiding = 'display' | 'visibility' | 'opacity' | 'size' | 'struck';

/** What a style says of each way: true hides, false shows. What is absent is not said. */
type Looks = Partial<Record<Hiding, boolean>>;

/**
 * Which ways hide an element by the style that is written on it. Style sheets are not looked at: they hold for some widths, states
 * and devices, scripts change what they mean, and a word that is left out by mistake makes a false quotation true.
 */
export function hidingsOf(element: DomElement): Looks {
  const style = attributeOf(element, 'style');
  if (style === undefined) return {};
  const declared: ReadonlyMap<string, string> = new Map(
    style.split(';').flatMap((one) => {
      const [, name = '', value = ''] =
        /^\s*([\w-]+)\s*:([\s\S]*)$/.exec(one.replace(/\/\*[\s\S]*?\*\//g, '')) ?? [];
      return name === '' ? [] : [[name.toLowerCase(), value] as const];
    }),
  );
  return looksOf(declared);
}

/** Old pages write names of attributes in capitals, which the parser leaves. */
export const attributeOf = (element: DomElement, name: string): string | undefined =>
  element.getAttribute(name) ?? element.getAttribute(name.toUpperCase()) ?? undefined;

/** What declarations say. Words that fade in are seen. */
function looksOf(declared: ReadonlyMap<string, string>): Looks {
  const value = (name: string) =>
    (declared.get(name) ?? '')
      .replace(/!\s*important/i, '')
      .trim()
      .toLowerCase();
  const fades = ['animation', 'animation-name', 'transition'].some((name) => /[1-9a-z]/.test(value(name)));
  const decoration = `${value('text-decoration')} ${value('text-decoration-line')}`.trim();
  return {
    ...said('display', value('display'), /^none$/),
    ...said('visibility', fades ? '' : value('visibility'), /^(?:hidden|collapse)$/),
    ...said('opacity', fades ? '' : value('opacity'), /^(?:0+(?:\.0*)?|\.0+)%?$/),
    ...said('size', value('font-size'), /^(?:0+(?:\.0*)?|\.0+)(?:%|[a-z]+)?$/),
    ...said('struck', decoration, /\bline-through\b/),
  };
}

const said = (way: Hiding, value: string, hides: RegExp): Looks =>
  value === '' ? {} : { [way]: hides.test(value) };
