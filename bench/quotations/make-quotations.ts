import type { SourceText } from '#corpus-index';
import { pick } from '../chance';

export type QuotationKind = 'exact' | 'typographic' | 'ellipsis' | 'altered' | 'invented';

export interface MadeQuotation {
  readonly kind: QuotationKind;
  readonly text: string;
  /** Key and paragraph that it is from, or is said to be from. */
  readonly source: string;
  readonly n: number;
}

/** Words of a quotation: 30, as in the measurements that the targets come from. */
const FEWEST = 24;
const MOST = 36;

/** `each` quotations of every kind, mixed, made by chance from the sources. */
export function makeQuotations(
  sources: readonly SourceText[],
  each: number,
  random: () => number,
): MadeQuotation[] {
  const kinds = Object.keys(MAKERS) as QuotationKind[];
  return Array.from({ length: each * kinds.length }, (_, at) => {
    const kind = kinds[at % kinds.length] as QuotationKind;
    const { source, n, words } = slice(sources, random);
    return { kind, text: MAKERS[kind](words, random), source, n };
  });
}

const MAKERS: Readonly<Record<QuotationKind, (words: string[], random: () => number) => string>> = {
  exact: (words) => words.join(' '),
  typographic: (words) =>
    words
      .join(' ')
      .replace(/["“”]/g, '‘')
      .replace(/'/g, '’')
      .replace(/ - |--/g, '—')
      .replace(/ (?=\S+ \S+ \S+$)/, '\u00a0')
      .replace(/fi/, 'ﬁ')
      .replace(/(\p{L}{5})(?=\p{L}{4})/u, '$1\u00ad')
      .replace(/ /, '\n'),
  ellipsis: (words, random) => {
    const from = 7 + Math.floor(random() * 4);
    return [...words.slice(0, from), '…', ...words.slice(from + 2 + Math.floor(random() * 5))].join(' ');
  },
  altered: (words, random) => {
    const at = 4 + Math.floor(random() * (words.length - 8));
    return [
      ...words.slice(0, at),
      pick(['harbour', 'lantern', 'velvet', 'never'], random),
      ...words.slice(at + 1),
    ].join(' ');
  },
  invented: (words, random) =>
    words.map((word, at) => (at % 3 === 1 ? word : pick(INVENTED, random))).join(' '),
};

const INVENTED =
  'harbour gardens slowly yellow musical kitchen window painter winter orchard copper gentle bicycle lantern meadow pepper rivers saddle thunder velvet walnut whistle anchor barley candle'.split(
    ' ',
  );

/** Words of one passage over the end of a sentence: a sentence alone can stand in several passages. */
function slice(
  sources: readonly SourceText[],
  random: () => number,
): { source: string; n: number; words: string[] } {
  for (;;) {
    const source = pick(sources, random);
    const passage = pick(source.passages, random);
    const words = source.text.slice(passage.start, passage.end).split(' ');
    const length = FEWEST + Math.floor(random() * (MOST - FEWEST));
    const from = Math.floor(random() * (words.length - length));
    const chosen = words.slice(from, from + length);
    if (words.length > length && chosen.slice(6, -6).some((word) => /[.!?]$/.test(word)))
      return { source: source.metadata.key ?? '', n: passage.n, words: chosen };
  }
}
