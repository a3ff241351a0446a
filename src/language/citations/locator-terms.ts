import type { LocatorLabel } from '../draft';

/** The terms of citeproc's English locale for one label: what is written for one, for several, and what else is read. */
interface Terms {
  readonly one: string;
  readonly several: string;
  readonly others: readonly string[];
}

const TERMS: Readonly<Record<LocatorLabel, Terms>> = {
  book: { one: 'bk.', several: 'bks.', others: ['book', 'books'] },
  chapter: { one: 'chap.', several: 'chaps.', others: ['chapter', 'chapters'] },
  column: { one: 'col.', several: 'cols.', others: ['column', 'columns'] },
  figure: { one: 'fig.', several: 'figs.', others: ['figure', 'figures'] },
  folio: { one: 'fol.', several: 'fols.', others: ['folio', 'folios'] },
  issue: { one: 'no.', several: 'nos.', others: ['number', 'numbers', 'issue', 'issues'] },
  line: { one: 'l.', several: 'll.', others: ['line', 'lines'] },
  note: { one: 'n.', several: 'nn.', others: ['note', 'notes'] },
  opus: { one: 'op.', several: 'opp.', others: ['opus', 'opera'] },
  page: { one: 'p.', several: 'pp.', others: ['page', 'pages'] },
  paragraph: { one: 'para.', several: 'paras.', others: ['paragraph', 'paragraphs', '¶', '¶¶'] },
  part: { one: 'pt.', several: 'pts.', others: ['part', 'parts'] },
  section: { one: 'sec.', several: 'secs.', others: ['section', 'sections', '§', '§§'] },
  'sub-verbo': { one: 's.v.', several: 's.vv.', others: ['sub verbo', 'sub verbis'] },
  verse: { one: 'v.', several: 'vv.', others: ['verse', 'verses'] },
  volume: { one: 'vol.', several: 'vols.', others: ['volume', 'volumes'] },
};

export const LOCATOR_LABELS = Object.keys(TERMS) as readonly LocatorLabel[];

/** All terms that are read as a label, in lower case. */
export function termsOf(label: LocatorLabel): readonly string[] {
  const { one, several, others } = TERMS[label];
  return [one, several, ...others];
}

const LABELS: ReadonlyMap<string, LocatorLabel> = new Map(
  LOCATOR_LABELS.flatMap((label) => termsOf(label).map((term): [string, LocatorLabel] => [term, label])),
);

/** Longest term, in UTF-16 code units. */
export const LONGEST_TERM = Math.max(...[...LABELS.keys()].map((term) => term.length));

/** The label that a term stands for, whatever its case. */
export const labelOfTerm = (term: string): LocatorLabel | undefined => LABELS.get(term.toLowerCase());

/** The short term for a label with the value behind it: `p.` or `pp.`. */
export function termFor(label: LocatorLabel, value: string): string {
  const { one, several } = TERMS[label];
  return /\d\S*\s*(?:[-–—,&]|\band\b)\s*\S*\d/.test(value) ? several : one;
}
