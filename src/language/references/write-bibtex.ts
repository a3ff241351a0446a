import { bibtexEntries } from './citation-js';
import type { CslItem } from './csl-item';
import { datePartsOf } from './date-parts';
import type { WrittenReferences } from './write-references';

/** What no program on LaTeX can have in a key: it ends the key, or is a sign of TeX's. */
const UNWRITABLE = /^\(|[\s,{}#%"\\]/gu;

/** What some refuse, and with it the whole file: pandoc the first five, biber the rest. */
const REFUSED = /[<>~^|'()=]/gu;

/** What TeX takes for signs of its own, each with how it is written. */
const ESCAPES: readonly (readonly [string, string])[] = [
  ['\\', '\\textbackslash{}'],
  ['{', '\\textbraceleft{}'],
  ['}', '\\textbraceright{}'],
  ['~', '\\textasciitilde{}'],
  ['^', '\\textasciicircum{}'],
  ...['&', '%', '$', '#', '_'].map((sign) => [sign, `\\${sign}`] as const),
];

/** These stand in fields as they are, as addresses have them; a brace would end the field. */
const VERBATIM: ReadonlySet<string> = new Set(['url', 'doi', 'eprint', 'file']);

/**
 * The references as BibTeX or BibLaTeX, in UTF-8. The library makes entries of them; it escapes some values and not others, so
 * that TeX's signs go through it as characters that no text has, and are written here.
 */
export function writeBibtex(items: readonly CslItem[], dialect: 'bibtex' | 'biblatex'): WrittenReferences {
  const writable = items.filter(({ id }) => id.search(UNWRITABLE) < 0);
  const entries = bibtexEntries(
    writable.map((item) => prepared(item, dialect)),
    dialect,
  );
  const text = entries.map(({ type, properties }, at) => {
    const item = writable[at];
    const day = dialect === 'bibtex' ? datePartsOf(item?.['accessed'])?.join('-') : undefined;
    const fields = Object.entries({ ...properties, ...(day !== undefined && { urldate: day }) }).map(
      ([field, value]) => `\t${field} = {${VERBATIM.has(field) ? verbatim(value) : escaped(value)}},\n`,
    );
    return `@${type}{${item?.id ?? ''},\n${fields.join('')}}\n`;
  });
  return { text: text.join('\n'), notes: notesOn(items) };
}

function notesOn(items: readonly CslItem[]): string[] {
  const seen = new Map<string, string>();
  return items.flatMap(({ id }) => {
    const bad = signsIn(id, UNWRITABLE);
    if (bad) return [`@${id} is not exported: no key can have ${bad} in this format.`];
    const other = seen.get(id.toLowerCase());
    seen.set(id.toLowerCase(), id);
    const refused = signsIn(id, REFUSED);
    return [
      ...(refused
        ? [`@${id} is exported as it is, but some programs read no file in which a key has ${refused}.`]
        : []),
      ...(other === undefined
        ? []
        : [`@${id} and @${other} are one key to BibTeX, which does not tell capitals.`]),
    ];
  });
}

const signsIn = (key: string, signs: RegExp): string =>
  [...new Set(key.match(signs) ?? [])].map((sign) => (/\s/.test(sign) ? 'a space' : `“${sign}”`)).join(', ');

/** A day of access is a field of its own in BibLaTeX, and read there by many in BibTeX; the library would make it a note. */
function prepared({ id, type, ...item }: CslItem, dialect: 'bibtex' | 'biblatex'): object {
  const { accessed, ...rest } = item;
  const hasDay = dialect === 'biblatex' && accessed !== undefined;
  return { ...mapStrings({ ...rest, ...(hasDay && { accessed }) }), id, type, 'citation-key': id };
}

/** Texts with TeX's signs hidden, and names as BibTeX has them: with one particle. */
function mapStrings(value: object): object;
function mapStrings(value: unknown): unknown;
function mapStrings(value: unknown): unknown {
  if (typeof value === 'string') return hidden(value);
  if (Array.isArray(value)) return value.map(mapStrings);
  if (typeof value !== 'object' || value === null) return value;
  const { 'dropping-particle': dropping, ...rest } = value as Readonly<Record<string, unknown>>;
  const particles = [dropping, rest['non-dropping-particle']].filter((one) => typeof one === 'string');
  const whole = particles.length > 0 ? { ...rest, 'non-dropping-particle': particles.join(' ') } : rest;
  return Object.fromEntries(Object.entries(whole).map(([field, inner]) => [field, mapStrings(inner)]));
}

/** The first of the characters that Unicode keeps out of texts (noncharacters). */
const FIRST_HIDDEN = 0xfdd0;

const hidden = (text: string): string =>
  text.replace(/[\\{}~^&%$#_]/g, (sign) =>
    String.fromCharCode(FIRST_HIDDEN + ESCAPES.findIndex(([one]) => one === sign)),
  );

const shown = (text: string, as: (sign: string, escape: string) => string): string =>
  text.replace(/[\uFDD0-\uFDD9]/g, (mark) => as(...(ESCAPES[mark.charCodeAt(0) - FIRST_HIDDEN] ?? ['', ''])));

const escaped = (value: string): string => shown(value, (_, escape) => escape);

const verbatim = (value: string): string =>
  shown(value, (sign) => (/[\\{}]/.test(sign) ? encodeURIComponent(sign) : sign));
