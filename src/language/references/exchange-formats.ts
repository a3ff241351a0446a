/** Formats that other programs keep references in. Apart from what reads and writes them, which is large. */
export const FORMATS = ['csl-json', 'bibtex', 'biblatex', 'ris'] as const;
export type ExchangeFormat = (typeof FORMATS)[number];
