import type { PDFPageProxy } from 'pdfjs-dist/types/src/display/api';

/** A run of characters as a page's program puts it down: x to the right, y downwards, in points. */
export interface Run {
  readonly text: string;
  readonly x: number;
  readonly width: number;
  /** Of the baseline. */
  readonly y: number;
  readonly size: number;
  readonly font: string;
}

export interface PageText {
  readonly width: number;
  readonly height: number;
  readonly runs: readonly Run[];
  /** What stands on the page turned, as a stamp on its margin. */
  readonly turned: readonly string[];
}

/** The runs of a page in the order in which its program puts them down. */
export async function pageText(page: PDFPageProxy): Promise<PageText> {
  const { transform, width, height } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent({ includeMarkedContent: false });
  const runs: Run[] = [];
  const turned: string[] = [];
  for (const item of items) {
    if (!('str' in item) || item.str === '') continue;
    const [a, b, c, d, x, y] = multiplied(transform, item.transform as number[]);
    if (Math.abs(b) > Math.abs(a)) turned.push(item.str);
    // What is mirrored, as the letter in a logo, begins at its right.
    else {
      const { str: text, width: wide, fontName: font } = item;
      runs.push({ text, x: a < 0 ? x - wide : x, width: wide, y, size: Math.hypot(c, d), font });
    }
  }
  return { width, height, runs, turned };
}

type Matrix = readonly [number, number, number, number, number, number];

function multiplied(one: readonly number[], two: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = one;
  const [p = 1, q = 0, r = 0, s = 1, t = 0, u = 0] = two;
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}
