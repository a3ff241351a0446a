import assert from 'node:assert/strict';
import iconv from 'iconv-lite';
import { Corpus, type SourceText } from '#corpus-index';
import { judgeDraft } from '../../../src/language/judge-draft';
import { insertionEdits } from '../../../src/language/cite/insertion';
import { parseDraft } from '../../../src/language/parse-draft';
import { makePdf, pdfPage, type PdfLine } from '../../support/make-pdf';
import { makeDocx } from '../../support/make-zip';
import { droppedOf, passagesOf, readSourceBytes } from '../../support/read-formatted';

const page = (body: string, head = '') =>
  Buffer.from(`<html lang="en-GB"><head>${head}</head><body>${body}</body></html>`);

const LONG =
  'The committee met in the harbour office at noon and went through the plans for the wall one by one, as it had done each spring.';

function corpusOf(source: SourceText): Corpus {
  const corpus = new Corpus();
  corpus.put(source);
  return corpus;
}

/** The verdicts of a draft's quotations, with the key of the only source in the place of KEY. */
function verdicts(corpus: Corpus, draft: string): string[] {
  const text = draft.replaceAll('KEY', corpus.sources[0]?.key ?? '');
  return judgeDraft(corpus, parseDraft(text)).quotations.map(({ judgement }) => judgement.verdict);
}

describe('reading a web page', () => {
  it('takes title, author, date and site from linked data and meta elements', async () => {
    const head = `<title>Low Walls | The Quay</title><meta property="og:site_name" content="The Quay">
      <script type="application/ld+json">{"@type":"NewsArticle","headline":"Low Walls","datePublished":"2014-03-24T10:00:00Z","author":[{"@type":"Person","name":"Ada Verne"}]}</script>`;
    const { metadata } = await readSourceBytes(
      'a.html',
      page(`<article><h1>Low Walls</h1><p>${LONG}</p></article>`, head),
    );
    assert.deepEqual(metadata.author, ['Ada Verne']);
    assert.deepEqual(
      [metadata.issued, metadata.site, metadata.language],
      ['2014-03-24', 'The Quay', 'en-GB'],
    );
  });

  it('leaves menus and scripts out, and keeps headings and captions apart', async () => {
    const source = await readSourceBytes(
      'a.html',
      page(
        `<nav><a href="/">Home</a></nav><article><h2>The plans</h2><p>${LONG}</p><figure><img src="x"><figcaption>The quay at noon</figcaption></figure><p>Nobody objected. ${LONG}</p></article><footer>© The Quay</footer>`,
      ),
    );
    assert.deepEqual(passagesOf(source), [LONG, `Nobody objected. ${LONG}`]);
    assert.deepEqual(droppedOf(source), ['heading: The plans', 'caption: The quay at noon']);
  });

  it('keeps all words of an old page, whose lines stand in no element and whose tags are left open', async () => {
    const html = `<html><head><title>Walls</title></head><body><a href="contents.html">Contents</a><h1>Walls</h1>
They are built of <b>stone</b> (called <i>dry stone</i>) here.
<p>The first of them was built when nobody had asked <a href="b.html">the clerk</a> for any, as it is told in the town.
<p>A short one.
<dl>${`<dt>Wall<dd>${LONG}`.repeat(8)}</dl></body></html>`;
    const source = await readSourceBytes('a.html', Buffer.from(html));
    assert.deepEqual(passagesOf(source).slice(0, 3), [
      'They are built of stone (called dry stone) here.',
      'The first of them was built when nobody had asked the clerk for any, as it is told in the town.',
      'A short one.',
    ]);
  });

  it('takes the short name of a function that a manual links to for a word, and no mark of a note', async () => {
    const link = '<a class="reference internal" href="api.html#wall.g"><code>g</code></a>';
    const body = `<article><p>${LONG}</p><p>Use ${link} where nobody has asked for a wall, as each clerk did.</p></article>`;
    const source = await readSourceBytes('a.html', page(body));
    assert.deepEqual(verdicts(corpusOf(source), '“Use g where nobody” [@KEY].\n'), ['verbatim']);
  });

  it('lets no quotation run over the border of a cell', async () => {
    const source = await readSourceBytes(
      'a.html',
      page(
        `<article><p>${LONG}</p><table><tr><th>Year</th><th>Height of the wall</th></tr><tr><td>2001</td><td>three metres above the quay</td></tr></table></article>`,
      ),
    );
    assert.deepEqual(
      verdicts(
        corpusOf(source),
        'It is “three metres above the quay” [@KEY]. Or “2001 three metres above the quay” [@KEY].\n',
      ),
      ['verbatim', 'altered'],
    );
  });

  it('passes over the marks of notes', async () => {
    const source = await readSourceBytes(
      'a.html',
      page(
        `<article><p>${LONG}</p><p>Nobody knew the figure<sup><a href="#n1">1</a></sup> at the time, and nobody asked.</p><ol><li id="n1">Kept by the clerk.</li></ol></article>`,
      ),
    );
    assert.deepEqual(verdicts(corpusOf(source), '“Nobody knew the figure at the time” [@KEY, para. 2].\n'), [
      'verbatim',
    ]);
  });
});

describe('reading a PDF', () => {
  const labels = '/PageLabels << /Nums [0 << /S /r >> 1 << /S /D /St 12 >>] >>';
  const pdf = makePdf(
    [
      pdfPage([['This preface says little of the wall, as the committee had', 'asked that it should.']], {
        head: 'THE WALL',
        foot: 'i',
      }),
      pdfPage(
        [
          [
            'The wall was low, and it was clear to the whole commit-',
            'tee that a well-',
            'known engineer had to be found before the next spring.',
          ],
          ['Nobody was found that year, and the plans of the engineers'],
        ],
        { head: 'THE WALL', foot: '12' },
      ),
      pdfPage(
        [['were put away until the water came over the quay.'], ['A well-known engineer came at last.']],
        { head: 'THE WALL', foot: '13' },
      ),
    ],
    { labels },
  );
  let source: SourceText;
  before(async () => {
    source = await readSourceBytes('wall.pdf', pdf);
  });

  it('makes paragraphs out of lines, also over the end of a page, and drops what every page carries', () => {
    assert.equal(source.passages.length, 4);
    assert.match(passagesOf(source)[2] ?? '', /^Nobody was found[\s\S]*over the quay\.$/);
    assert.deepEqual(new Set(source.dropped.map(({ reason }) => reason)), new Set(['running-head']));
  });

  it('gives each paragraph the label of its page', () => {
    assert.deepEqual(
      source.passages.map(({ page: label }) => label),
      ['i', '12', '12', '13'],
    );
  });

  it('takes a hyphen at the end of a line for the word’s or the line’s', () => {
    assert.deepEqual(
      verdicts(
        corpusOf(source),
        '“clear to the whole committee that a well-known engineer” [@KEY]. “the whole commit-tee” [@KEY].\n',
      ),
      ['typographic', 'typographic'],
    );
  });

  it('resolves pages by their labels, and knows the page on which words begin', () => {
    assert.deepEqual(
      verdicts(
        corpusOf(source),
        '“The wall was low” [@KEY, p. 12]. “The wall was low” [@KEY, p. 13]. “until the water came” [@KEY, p. 13]. “until the water came” [@KEY, p. 12]. “until the water came” [@KEY, para. 3]. “The wall was low” [@KEY, p. 40]. “says little of the wall” [@KEY, p. i].\n',
      ),
      ['verbatim', 'elsewhere', 'verbatim', 'elsewhere', 'verbatim', 'unresolved', 'verbatim'],
    );
  });

  it('is cited by page', () => {
    const corpus = corpusOf(source);
    const [cited] = corpus.sources;
    assert.ok(cited);
    const quoted = cited.passages.slice(1, 2);
    const made = insertionEdits(corpus, 'Draft.\n\n', {
      source: cited,
      quoted,
      form: 'inline',
      reference: 'bracket',
      at: { start: 8, end: 8 },
    });
    assert.match(made?.text ?? '', /\[@\S+, p\. 12\]/);
  });
});

describe('reading a PDF of a kind of its own', () => {
  it('knows the characters of Japanese fonts that the file does not bring along', async () => {
    const words = '東京の港に新しい防波堤が築かれた。';
    const font =
      '<< /Type /Font /Subtype /Type0 /BaseFont /Ryumin-Light /Encoding /90ms-RKSJ-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Ryumin-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /Ryumin-Light /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>] >>';
    const bytes = iconv.encode(words, 'Shift_JIS').toString('latin1');
    const source = await readSourceBytes('a.pdf', makePdf([pdfPage([[bytes]])], { font }));
    assert.equal(source.text, words);
  });

  it('reads two columns one after the other', async () => {
    const left = [
      'The wall was low, and nobody had',
      'asked the council why it was low,',
      'as its plans had been put away for',
      'years, and the engineer had left',
    ];
    const right = [
      'the city long before that winter.',
      'In spring the water came over the',
      'quay, and the clerk wrote it down',
      'in the book of the harbour office.',
    ];
    const column = (lines: readonly string[], x: number): PdfLine[] =>
      lines.map((text, at) => ({ text, x, y: 700 - 14 * at }));
    const source = await readSourceBytes('a.pdf', makePdf([[...column(left, 60), ...column(right, 320)]]));
    assert.equal(source.text.replace(/\s+/g, ' '), [...left, ...right].join(' '));
  });

  it('puts a space where only a gap parts two words, and none within a word that is drawn in pieces', async () => {
    const word = (text: string, x: number): PdfLine => ({ text, x, y: 700, size: 10 });
    // Helvetica: `The` is 17 points wide at 10, `har` 15, `bour` 20.
    const page = [word('The', 72), word('har', 92), word('bour', 106.7), word('wall', 130)];
    const source = await readSourceBytes('a.pdf', makePdf([page]));
    assert.equal(source.text, 'The harbour wall');
  });

  it('reads ligatures as their letters', async () => {
    const font =
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [1 /fi /ffi] >> >>';
    const line = 'The \x01rst o\x02ce of the harbour was never \x01lled again.';
    const source = await readSourceBytes('a.pdf', makePdf([pdfPage([[line]])], { font }));
    assert.equal(source.text, 'The first office of the harbour was never filled again.');
    assert.deepEqual(verdicts(corpusOf(source), '“The first office of the harbour” [@KEY].\n'), ['verbatim']);
  });

  it('joins the accents of old fonts with their letters', async () => {
    const line = "Die \xA8Uberschrift \xB4etait en fran\xB8cais, tr`es br\xA8uchig; `and quoted'.";
    const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>';
    const source = await readSourceBytes('a.pdf', makePdf([pdfPage([[line]])], { font }));
    assert.equal(source.text, "Die Überschrift était en français, très brüchig; `and quoted'.");
  });

  it('reads a note’s number apart from its first word', async () => {
    const page: PdfLine[] = [
      ...pdfPage([['The wall was low, and nobody had asked why it was as low as that.']]),
      { text: '3', x: 72, y: 100, size: 6 },
      { text: 'Nobody asked the clerk either.', x: 76, y: 96, size: 9 },
    ];
    const source = await readSourceBytes('a.pdf', makePdf([page]));
    assert.deepEqual(verdicts(corpusOf(source), '“Nobody asked the clerk either” [@KEY].\n'), ['verbatim']);
  });

  it('lets neither numbers of lines nor notes in the margin stand among the words', async () => {
    const lines = [
      'It was clear to the whole council that the wall',
      'would not hold back the water for another',
      'winter, and yet nobody went to look at it again.',
    ];
    const page: PdfLine[] = lines.flatMap((text, at): PdfLine[] => [
      ...(at === 1 ? [{ text: '5', x: 60, y: 700 - 14 * at, size: 6 }] : []),
      { text, x: 72, y: 700 - 14 * at },
      ...(at === 1 ? [{ text: 'of winters', x: 400, y: 700 - 14 * at, size: 8 }] : []),
    ]);
    const source = await readSourceBytes('a.pdf', makePdf([page]));
    assert.deepEqual(
      verdicts(
        corpusOf(source),
        '“that the wall would not hold back the water for another winter, and yet” [@KEY].\n',
      ),
      ['typographic'],
    );
  });

  it('takes sentences in larger type than most for text, and short lines for headings', async () => {
    const small = Array.from({ length: 12 }, (_, at) => ({
      text: `listing of line ${at}, with more of it in small type`,
      x: 90,
      y: 400 - 12 * at,
      size: 7,
    }));
    const page: PdfLine[] = [
      { text: 'The Plans of the Wall', x: 72, y: 760, size: 14 },
      ...pdfPage([
        [
          'This is about the wall. It was low, and nobody had asked why it was low,',
          'as the plans had been put away for years, and no engineer had seen them.',
        ],
      ]),
      ...small,
    ];
    const source = await readSourceBytes('a.pdf', makePdf([page]));
    assert.match(passagesOf(source)[0] ?? '', /^This is about the wall/);
    assert.equal(source.metadata.title, 'The Plans of the Wall');
  });
});

describe('reading a Word document', () => {
  it('gives its paragraphs, and title and author as its properties have them', async () => {
    const core = `<?xml version="1.0"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Low Walls</dc:title><dc:creator>Ada Verne</dc:creator></cp:coreProperties>`;
    const source = await readSourceBytes(
      'a.docx',
      makeDocx([LONG, `Nobody objected. ${LONG}`], { 'docProps/core.xml': core }),
    );
    assert.deepEqual(passagesOf(source), [LONG, `Nobody objected. ${LONG}`]);
    assert.deepEqual([source.metadata.title, source.metadata.author], ['Low Walls', ['Ada Verne']]);
  });
});
