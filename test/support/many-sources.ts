import { makeDocx } from './make-zip';
import { makePdf, pdfPage } from './make-pdf';

const WORDS =
  'The committee met in the harbour office and went through the plans for the wall one by one, as it had done each spring';

/** So many small sources, a fifth of each of five formats, every one with a sentence of its own. */
export function manySources(count: number, folder = 'sources'): Record<string, string | Buffer> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, at) => {
      const sentence = `Report ${at} was put away in the year ${1000 + at}.`;
      const [name, make] = FORMATS[at % FORMATS.length] ?? FORMATS[0];
      return [`${folder}/s${String(at).padStart(4, '0')}.${name}`, make(sentence)];
    }),
  );
}

const FORMATS: readonly [
  readonly [string, (sentence: string) => string | Buffer],
  ...(readonly [string, (sentence: string) => string | Buffer])[],
] = [
  ['txt', (sentence) => `${WORDS}.\n\n${sentence}\n`],
  ['md', (sentence) => `# Report\n\n${WORDS}.\n\n${sentence}\n`],
  [
    'html',
    (sentence) => `<html><body><article><p>${WORDS}.</p><p>${sentence} ${WORDS}.</p></article></body></html>`,
  ],
  ['pdf', (sentence) => makePdf([pdfPage([[`${WORDS.slice(0, 60)}.`], [sentence]])])],
  ['docx', (sentence) => makeDocx([`${WORDS}.`, sentence])],
];
