import type { Line } from './lines';

/** So many lines at the top and at the bottom of a page can be running heads. */
const REACH = 3;

/** A running head comes again on so many pages at least. */
const FEWEST_PAGES = 2;

/** Running heads of two pages stand at one height, but for this many points. */
const SAME_HEIGHT = 4;

const LONGEST = 160;
const NUMBER = /(?<![\p{L}\d])(\d{1,4}|[ivxlcdm]{1,7})(?![\p{L}\d])/giu;

export interface PageFurniture {
  /** Lines that every page carries, page numbers among them. */
  readonly lines: ReadonlySet<Line>;
  /** The number printed on the page. */
  readonly printed?: string;
}

/** What each page carries on top and bottom besides the text. */
export function furnitureOf(pages: readonly (readonly Line[])[]): PageFurniture[] {
  const edges = pages.map(edgeLines);
  const printed = printedNumbers(edges);
  const places = placesByForm(edges);
  return pages.map((all, page) => {
    const lines = new Set<Line>(lineNumbers(all));
    for (const line of edges[page] ?? []) {
      const isNumber = printed[page] !== undefined && numbersIn(line).includes(printed[page]);
      const repeats = otherPages(places.get(formOf(line)) ?? [], line, page);
      if (repeats + 1 >= FEWEST_PAGES && (repeats + 1 >= 3 || isNumber || pages.length <= 4)) lines.add(line);
      else if (isNumber && isShort(line, printed[page] ?? '')) lines.add(line);
    }
    return { lines, ...(printed[page] === undefined ? {} : { printed: printed[page] }) };
  });
}

/** So many numbers beside the lines of a page count its lines. */
const FEWEST_LINE_NUMBERS = 3;

/** Numbers that stand beside other lines and not in them: editions and court papers count their lines. */
function lineNumbers(lines: readonly Line[]): Line[] {
  const beside = lines
    .filter(({ text }) => /^\d{1,4}\p{Lu}?$/u.test(text))
    .flatMap((number) => {
      const line = lines.find((other) => isBeside(number, other));
      return line ? [{ number, isSmall: number.size < 0.85 * line.size }] : [];
    });
  const found = beside.length >= FEWEST_LINE_NUMBERS ? beside : beside.filter(({ isSmall }) => isSmall);
  return found.map(({ number }) => number);
}

const isBeside = (number: Line, line: Line): boolean =>
  line !== number &&
  line.text.length > 20 &&
  Math.abs(line.y - number.y) < 0.5 * line.size &&
  (number.right < line.left || number.left > line.right);

/** The topmost and the lowest lines of a page. */
function edgeLines(lines: readonly Line[]): Line[] {
  const byHeight = lines.filter(({ text }) => text.length <= LONGEST).sort((a, b) => a.y - b.y);
  return [...new Set([...byHeight.slice(0, REACH), ...byHeight.slice(-REACH)])];
}

interface PlaceOfForm {
  readonly page: number;
  readonly y: number;
}

/** Where the same words stand at the edges of pages, whatever numbers are among them. */
function placesByForm(edges: readonly (readonly Line[])[]): ReadonlyMap<string, readonly PlaceOfForm[]> {
  const places = new Map<string, PlaceOfForm[]>();
  edges.forEach((lines, page) => {
    for (const line of lines) {
      const known = places.get(formOf(line)) ?? [];
      known.push({ page, y: line.y });
      places.set(formOf(line), known);
    }
  });
  return places;
}

/** On how many other pages one of these places is at the height of the line; two are as good as many. */
function otherPages(places: readonly PlaceOfForm[], line: Line, page: number): number {
  const found = new Set<number>();
  for (const place of places) {
    if (place.page !== page && Math.abs(place.y - line.y) <= SAME_HEIGHT) found.add(place.page);
    if (found.size === 2) break;
  }
  return found.size;
}

const forms = new WeakMap<Line, string>();

function formOf(line: Line): string {
  const known = forms.get(line) ?? line.text.replace(NUMBER, '#').replace(/\s+/g, ' ').toLowerCase();
  forms.set(line, known);
  return known;
}

/** Little else than the number: the name of a chapter beside it. */
const isShort = ({ text }: Line, printed: string): boolean =>
  text.length <= 90 && (text.startsWith(printed) || text.endsWith(printed));

/**
 * The number printed on each page: of the numbers on its edges the one that counts on with those of the other pages. A page
 * without any, such as the first of a chapter, has the one that it would have between them.
 */
function printedNumbers(edges: readonly (readonly Line[])[]): (string | undefined)[] {
  const arabic = countingOn(edges, (text) => (/^\d+$/.test(text) ? Number(text) : undefined));
  const roman = countingOn(edges, (text) => (/^\d+$/.test(text) ? undefined : romanValue(text)));
  return edges.map((lines, page) => {
    const found = lines.flatMap(numbersIn);
    const of = (series: Series | undefined, value: (text: string) => number | undefined) =>
      series && found.find((text) => value(text) === page + series.offset);
    return of(arabic, Number) ?? of(roman, romanValue);
  });
}

interface Series {
  /** The printed number less the page's index. */
  readonly offset: number;
}

function countingOn(
  edges: readonly (readonly Line[])[],
  value: (text: string) => number | undefined,
): Series | undefined {
  const votes = new Map<number, number>();
  edges.forEach((lines, page) => {
    const numbers = lines.filter(hasNumberAtEdge).flatMap(numbersIn);
    const offsets = new Set(numbers.flatMap((text) => offsetOf(value(text), page)));
    for (const offset of offsets) votes.set(offset, (votes.get(offset) ?? 0) + 1);
  });
  const [best] = [...votes].sort((a, b) => b[1] - a[1]);
  if (!best || best[1] < Math.max(2, edges.length * 0.3)) return undefined;
  return { offset: best[0] };
}

const offsetOf = (value: number | undefined, page: number): number[] =>
  value === undefined ? [] : [value - page];

/** Page numbers stand first or last on their line. */
const hasNumberAtEdge = ({ text }: Line): boolean =>
  /^\W*(?:\d{1,4}|[ivxlcdm]{1,7})(?![\p{L}\d])|(?<![\p{L}\d])(?:\d{1,4}|[ivxlcdm]{1,7})\W*$/iu.test(text);

const numbersIn = ({ text }: Line): string[] => [...text.matchAll(NUMBER)].map(([, number = '']) => number);

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

function romanValue(text: string): number | undefined {
  if (!/^m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/i.test(text) || text === '')
    return undefined;
  const values = text
    .toLowerCase()
    .split('')
    .map((digit) => ROMAN[digit] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}
