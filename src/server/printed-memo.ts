import type { CslItem } from '../language/references/csl-item';
import type { PrintedEntry, StyleText } from '../language/references/print-references';

/** More than a person hovers over before something is forgotten. */
const MOST_KEPT = 1000;

/** References as they were printed last: printing is nearly all of the time that a hover takes. */
export class PrintedMemo {
  private style: StyleText | undefined;
  /** By all that the style has to print. */
  private readonly entries = new Map<string, PrintedEntry>();

  /** The item in this style: as it was printed, or printed now. */
  async entry(
    style: StyleText,
    item: CslItem,
    print: () => Promise<PrintedEntry | undefined>,
  ): Promise<PrintedEntry | undefined> {
    this.forgetOthers(style);
    const name = JSON.stringify(item);
    const known = this.entries.get(name);
    if (known) return known;
    const printed = await print();
    // Meanwhile another style may have been asked for.
    if (printed && this.style === style) this.entries.set(name, printed);
    return printed;
  }

  /** Styles are read from their files each time, as a person may write them. */
  private forgetOthers(style: StyleText): void {
    const isSame = this.style !== undefined && isSameStyle(this.style, style);
    if (!isSame || this.entries.size >= MOST_KEPT) this.entries.clear();
    this.style = style;
  }
}

function isSameStyle(one: StyleText, other: StyleText): boolean {
  const names = Object.keys(one.locales);
  return (
    one.style === other.style &&
    one.language === other.language &&
    names.length === Object.keys(other.locales).length &&
    names.every((name) => one.locales[name] === other.locales[name])
  );
}
