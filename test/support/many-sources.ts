import { makeEpub, makeMail, makeOdt } from './make-documents';
import { makeDocx } from './make-zip';
import { makePdf, pdfPage } from './make-pdf';

const WORDS =
  'The committee met in the harbour office and went through the plans for the wall one by one, as it had done each spring';

/** So many small sources, as many of each format that is read, every one with a sentence of its own. */
export function manySources(count: number, folder = 'sources'): Record<string, string | Buffer> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, at) => {
      const sentence = `Report ${at} was put away in the year ${1000 + at}.`;
      const [name, make] = FORMATS[at % FORMATS.length] ?? FORMATS[0];
      return [`${folder}/s${String(at).padStart(4, '0')}.${name}`, make(sentence)];
    }),
  );
}

const page = (sentence: string): string =>
  `<html><body><article><p>${WORDS}.</p><p>${sentence} ${WORDS}.</p></article></body></html>`;

const FORMATS: readonly [
  readonly [string, (sentence: string) => string | Buffer],
  ...(readonly [string, (sentence: string) => string | Buffer])[],
] = [
  ['txt', (sentence) => `${WORDS}.\n\n${sentence}\n`],
  ['md', (sentence) => `# Report\n\n${WORDS}.\n\n${sentence}\n`],
  ['html', page],
  ['pdf', (sentence) => makePdf([pdfPage([[`${WORDS.slice(0, 60)}.`], [sentence]])])],
  ['epub', (sentence) => makeEpub([`<p>${WORDS}.</p><p>${sentence}</p>`])],
  ['odt', (sentence) => makeOdt(`<text:p>${WORDS}.</text:p><text:p>${sentence}</text:p>`)],
  ['eml', (sentence) => makeMail(page(sentence))],
  ['docx', (sentence) => makeDocx([`${WORDS}.`, sentence])],
];
