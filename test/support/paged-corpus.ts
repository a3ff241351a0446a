import { Corpus, splitDocument, type DocumentBlock, type PageStretch } from '#corpus-index';

/** A corpus with one source `paged`: on each page, by the label printed on it, some paragraphs. */
export function pagedCorpus(
  pages: readonly (readonly [label: string, paragraphs: readonly string[]])[],
): Corpus {
  const blocks: DocumentBlock[] = [];
  const stretches: PageStretch[] = [];
  let text = '';
  for (const [label, paragraphs] of pages) {
    const start = text.length;
    for (const words of paragraphs) {
      blocks.push({ start: text.length, end: text.length + words.length, kind: 'paragraph' });
      text += `${words}\n\n`;
    }
    stretches.push({ start, end: text.length, label, n: stretches.length + 1 });
  }
  const metadata = { key: 'paged', author: ['Anna Rowe'], issued: '2011' };
  const corpus = new Corpus();
  const split = splitDocument({ text, blocks, edits: [], pages: stretches, metadata });
  corpus.put({ path: 'sources/paged.pdf', format: 'pdf', ...split });
  return corpus;
}
