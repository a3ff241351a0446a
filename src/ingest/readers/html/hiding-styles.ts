import type { DomDocument, DomElement } from './dom';

/** Ways in which a style takes words away from a page's readers, or crosses them out. */
export type Hiding = 'display' | 'visibility' | 'opacity' | 'size' | 'struck';

/** What a style says of each way: true hides, false shows. What is absent is not said. */
type Looks = Partial<Record<Hiding, boolean>>;

/** A rule of a page's own style sheet, as far as it hides or shows. */
interface Rule {
  readonly tag: string;
  readonly id: string;
  readonly classes: readonly string[];
  readonly looks: Looks;
  /** Of two rules the one of higher rank holds: by importance, by what its selector names, by its place. */
  readonly rank: number;
}

/** Rules by the id, class or tag that an element needs for them. */
export type HidingStyles = ReadonlyMap<string, readonly Rule[]>;

/** In characters: parsing style sheets takes time, and longer ones are those of whole sites, not of a page. */
const LONGEST_SHEETS = 500_000;

/** A sheet without any of these hides nothing. */
const HIDES =
  /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*[0.]|font-size\s*:\s*[0.]|line-through/i;

/** A selector of one element, by its tag, id or classes, and of nothing around it: whether it is meant is sure. */
const SIMPLE = /^(?:[a-z][\w-]*)?(?:[.#](?:\\.|[\w-]|[^\0-\x7f])+)*$/i;

/** The style sheets that stand in a page itself: those of other files are not looked at. */
export function hidingStyles(document: DomDocument): HidingStyles {
  const sheets = [...document.querySelectorAll('style')].map((style) => style as StyleElement);
  const length = sheets.reduce((sum, { textContent }) => sum + (textContent ?? '').length, 0);
  const styles = new Map<string, Rule[]>();
  if (length > LONGEST_SHEETS || !sheets.some(({ textContent }) => HIDES.test(textContent ?? '')))
    return styles;
  let order = 0;
  for (const { rule, isSure } of sheets.flatMap(rulesOf))
    for (const made of asRules(rule, isSure, order++)) {
      const needs = made.id
        ? `#${made.id}`
        : made.classes[0] === undefined
          ? made.tag
          : `.${made.classes[0]}`;
      styles.set(needs, [...(styles.get(needs) ?? []), made]);
    }
  return styles;
}

/** Which ways hide an element, by its own style and the rules for it. */
export function hidingsOf(element: DomElement, styles: HidingStyles): Looks {
  const inline = attributeOf(element, 'style');
  if (inline === undefined && styles.size === 0) return {};
  const own = inline === undefined ? [] : [inlineRule(inline)];
  const found = [...own, ...rulesFor(element, styles)].sort((a, b) => a.rank - b.rank);
  return Object.assign({}, ...found.map(({ looks }) => looks)) as Looks;
}

/** Old pages write names of attributes in capitals, which the parser leaves. */
export const attributeOf = (element: DomElement, name: string): string | undefined =>
  element.getAttribute(name) ?? element.getAttribute(name.toUpperCase()) ?? undefined;

function rulesFor(element: DomElement, styles: HidingStyles): Rule[] {
  if (styles.size === 0) return [];
  const tag = element.localName.toLowerCase();
  const classes = (attributeOf(element, 'class') ?? '').split(/\s+/).filter((name) => name !== '');
  const id = attributeOf(element, 'id') ?? '';
  return [`#${id}`, ...new Set(classes.map((name) => `.${name}`)), tag, '']
    .flatMap((needs) => styles.get(needs) ?? [])
    .filter(
      (rule) =>
        (rule.tag === '' || rule.tag === tag) &&
        (rule.id === '' || rule.id === id) &&
        rule.classes.every((name) => classes.includes(name)),
    );
}

/** What is written on the element itself ranks above all rules that are not called important. */
function inlineRule(style: string): Rule {
  const declared = new Map(
    style.split(';').flatMap((one) => {
      const [, name = '', value = ''] =
        /^\s*([\w-]+)\s*:([\s\S]*)$/.exec(one.replace(/\/\*[\s\S]*?\*\//g, '')) ?? [];
      return name === '' ? [] : [[name.toLowerCase(), value] as const];
    }),
  );
  const important = [...declared.values()].some(isImportant);
  return {
    tag: '',
    id: '',
    classes: [],
    looks: looksOf((name) => declared.get(name) ?? ''),
    rank: rankOf(important, 1e5),
  };
}

/** The shape of CSSOM's rules, as the DOM's parser gives them. */
interface StyleRule {
  readonly selectorText?: string;
  readonly style?: { getPropertyValue(name: string): string; getPropertyPriority(name: string): string };
  readonly media?: { readonly mediaText: string };
  readonly cssRules?: readonly StyleRule[];
}

interface StyleElement extends DomElement {
  readonly sheet?: StyleRule | null;
}

interface FoundRule {
  readonly rule: StyleRule;
  /** It holds whatever the width of the window and the like. */
  readonly isSure: boolean;
}

function rulesOf(style: StyleElement): FoundRule[] {
  try {
    return [...(style.sheet?.cssRules ?? [])].flatMap((rule): FoundRule[] => {
      if (rule.selectorText !== undefined) return [{ rule, isSure: true }];
      const media = rule.media?.mediaText.trim() ?? 'unknown';
      if (/^(?:only\s+)?print\b/i.test(media)) return [];
      const isSure = /^(?:all|screen|)$/i.test(media);
      return [...(rule.cssRules ?? [])]
        .filter(({ selectorText }) => selectorText !== undefined)
        .map((inner) => ({ rule: inner, isSure }));
    });
  } catch {
    return []; // A page with a broken style sheet is a page without.
  }
}

/** One for each selector of the rule. Of those that may be meant for other elements only what shows is kept. */
function asRules({ selectorText = '', style }: StyleRule, isSure: boolean, order: number): Rule[] {
  if (!style) return [];
  const looks = looksOf((name) => style.getPropertyValue(name));
  if (Object.keys(looks).length === 0) return [];
  const important = PROPERTIES.some((name) => style.getPropertyPriority(name) === 'important');
  return selectorText.split(',').flatMap((part): Rule[] => {
    const selector = part.trim();
    const held = isSure && selector !== '' && SIMPLE.test(selector) ? looks : onlyShowing(looks);
    if (Object.keys(held).length === 0) return [];
    const last = selector.split(/(?<!\\)[\s>+~]+/).at(-1) ?? '';
    const counts = weightOf(selector);
    return [{ ...namesIn(last), looks: held, rank: rankOf(important, counts) + order }];
  });
}

const onlyShowing = (looks: Looks): Looks =>
  Object.fromEntries(Object.entries(looks).filter(([, hides]) => !hides));

const NAME = /([.#])((?:\\.|[\w-]|[^\0-\x7f])+)/g;

/** What the last part of a selector names of its element; what it says beside (states, attributes) may be so or not. */
function namesIn(compound: string): Pick<Rule, 'tag' | 'id' | 'classes'> {
  const plain = compound.replace(/(?<!\\):.*$|\[[^\]]*\]/g, '');
  const names = [...plain.matchAll(NAME)].map(([, sign, name = '']) => ({
    sign,
    name: name.replace(/\\(.)/g, '$1'),
  }));
  return {
    tag: /^[a-z][\w-]*/i.exec(plain)?.[0].toLowerCase() ?? '',
    id: names.find(({ sign }) => sign === '#')?.name ?? '',
    classes: names.filter(({ sign }) => sign === '.').map(({ name }) => name),
  };
}

/** A selector's specificity as one number, so that the larger one ranks higher. */
function weightOf(selector: string): number {
  const names = [...selector.matchAll(NAME)];
  const ids = names.filter(([, sign]) => sign === '#').length;
  const others = names.length - ids + (selector.match(/\[|(?<![:\\]):(?!:)/g) ?? []).length;
  const tags = (selector.match(/(?:^|[\s>+~])[a-z]/gi) ?? []).length;
  return Math.min(ids, 9) * 1e4 + Math.min(others, 99) * 100 + Math.min(tags, 99);
}

/** Places of rules come behind: there are fewer than a million of them. */
const rankOf = (important: boolean, weight: number): number => ((important ? 1e6 : 0) + weight) * 1e6;

const PROPERTIES = [
  'display',
  'visibility',
  'opacity',
  'font-size',
  'text-decoration',
  'text-decoration-line',
];

/** What declarations say. Words that fade in are seen. */
function looksOf(valueOf: (name: string) => string): Looks {
  const value = (name: string) =>
    valueOf(name)
      .replace(/!\s*important/i, '')
      .trim()
      .toLowerCase();
  const fades = [...['animation', 'animation-name', 'transition']].some((name) =>
    /[1-9a-z]/.test(value(name)),
  );
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

const isImportant = (value: string): boolean => /!\s*important/i.test(value);
