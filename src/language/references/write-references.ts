import { risRecords } from './citation-js';
import type { CslItem } from './csl-item';
import type { ExchangeFormat } from './exchange-formats';
import { datePartsOf } from './date-parts';
import { writeBibtex } from './write-bibtex';

/** References as a file of another program, and what its format cannot hold of them. */
export interface WrittenReferences {
  readonly text: string;
  readonly notes: readonly string[];
}

export function writeReferences(items: readonly CslItem[], format: ExchangeFormat): WrittenReferences {
  if (format === 'csl-json') return { text: `${JSON.stringify(items, undefined, 2)}\n`, notes: [] };
  return format === 'ris' ? { text: writeRis(items), notes: [] } : writeBibtex(items, format);
}

/** The library cuts keys after twenty characters and breaks lines, addresses too: so its tags are taken, and written here. */
function writeRis(items: readonly CslItem[]): string {
  return risRecords(items.map(withParticles))
    .map(({ TY, ...tags }, at) => {
      const item = items[at];
      const day = risDay(item?.['accessed']);
      const year = datePartsOf(item?.['issued'])?.[0];
      // Of web pages it puts the day of access where no other program looks for it.
      const { M1, VL, ...rest } = tags;
      const own = TY === 'ELEC' ? { VL } : TY === 'BLOG' ? { M1 } : { M1, VL };
      const all = { PY: year, ...rest, ...own, ID: item?.id, Y2: day };
      return `${[`TY  - ${TY}`, ...Object.entries(all).flatMap(([tag, value]) => linesOf(tag, value))].join('\n')}\nER  - \n`;
    })
    .join('\n');
}

function linesOf(tag: string, value: unknown): string[] {
  return [value]
    .flat()
    .filter((one) => one !== undefined && one !== '')
    .map((one) => `${tag}  - ${String(one).replace(/\s+/g, ' ')}`);
}

/** As RIS has a day: `2021/05/06/`, with what is not known left empty. */
const risDay = (date: unknown): string | undefined => {
  const parts = datePartsOf(date);
  return parts && `${[0, 1, 2].map((at) => parts[at] ?? '').join('/')}/`;
};

/** RIS has no field for particles: they stand in front of the family name. */
const withParticles = (item: CslItem): object =>
  Object.fromEntries(
    Object.entries(item).map(([field, value]: [string, unknown]) => [
      field,
      Array.isArray(value) ? value.map(withParticlesInFamily) : value,
    ]),
  );

function withParticlesInFamily(name: unknown): unknown {
  if (typeof name !== 'object' || name === null) return name;
  const {
    'dropping-particle': dropping,
    'non-dropping-particle': kept,
    family,
    ...rest
  } = name as Readonly<Record<string, string | undefined>>;
  return family === undefined
    ? rest
    : { ...rest, family: [dropping, kept, family].filter(Boolean).join(' ') };
}
