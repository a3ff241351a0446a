import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { globSync } from 'tinyglobby';
import { Corpus, isAccepted, judgeQuotation, type SourceText } from '#corpus-index';
import { formatReader } from '../../../src/ingest/format-reader';
import { cutQuotations, hyphensGivenBack, randomNumbers, wordF1 } from '../../support/compare-texts';
import { articleBody as articleBodyOf } from '../../support/article-body';
import { debianPackage, debianSource, has } from '../../support/documents';
import { FORMAT_PROCESS, readerOfSources } from '../../support/read-formatted';

/** So many quotations are cut from each document, where it has as many sentences. */
const QUOTATIONS = 20;

/** So many documents are read at once, each in a thread of its own. */
const AT_ONCE = 2;

/** What each format has to reach; the issue's own numbers. */
const LEAST = { pdf: 0.98, html: 0.97, docx: 0.97, quotations: 0.98 };

/** What the other program reads of a document, and what it would read of a quotation without a known mistake of its own. */
interface OtherText {
  readonly text: string;
  readonly mended?: (quotation: string) => string;
}

type OtherReading = (file: string, bytes: Buffer) => Promise<OtherText>;

interface Score {
  readonly name: string;
  readonly f1: number;
  readonly missed: readonly string[];
  readonly quotations: number;
}

/** Scores of all documents but those of which the other program reads too little. */
async function scoresOf(files: readonly string[], theirs: OtherReading): Promise<Score[]> {
  const scores: Score[] = [];
  const waiting = [...files.entries()];
  const work = async () => {
    const read = readerOfSources(formatReader(FORMAT_PROCESS));
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [seed, file] = next;
      const bytes = bytesOf(file);
      const other = await theirs(file, bytes);
      const { text } = other;
      // Of a few words nothing can be said.
      if ((text.match(/\p{L}{2,}/gu) ?? []).length < 15) continue;
      const name = path.basename(file).replace(/\.gz$/, '');
      scores.push(scoreOf(name, await read(name, bytes), other, seed));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return scores.sort((a, b) => a.f1 - b.f1);
}

function scoreOf(name: string, source: SourceText, { text, mended }: OtherText, seed: number): Score {
  const quotations = cutQuotations(text, QUOTATIONS, randomNumbers(seed));
  const stands = judgeOf(source);
  const forms = (quotation: string) => [
    quotation,
    withoutNoteMarks(quotation),
    mended?.(quotation) ?? quotation,
  ];
  return {
    name,
    f1: wordF1(source.text, text),
    missed: quotations.filter((quotation) => !forms(quotation).some(stands)),
    quotations: quotations.length,
  };
}

/** Whether the judge accepts words of a source; where they stand twice they stand there. */
function judgeOf(source: SourceText): (quotation: string) => boolean {
  const corpus = new Corpus();
  corpus.put(source);
  const key = corpus.sources[0]?.key ?? '';
  return (quotation) => {
    const { verdict, reason } = judgeQuotation(corpus, [{ text: quotation }], [{ key }]);
    return isAccepted(verdict) || reason === 'ambiguous';
  };
}

/** Each document has to reach `least`, but those where it is known why the other program reads otherwise. */
function assertScores(
  scores: readonly Score[],
  least: number,
  explained: Readonly<Record<string, string>> = {},
): void {
  const own = scores.filter(({ name }) => !(name in explained));
  const quotations = scores.reduce((sum, score) => sum + score.quotations, 0);
  const missed = scores.flatMap((score) => score.missed.map((one) => `${score.name}: ${one}`));
  const share = (quotations - missed.length) / quotations;
  const mean = scores.reduce((sum, { f1 }) => sum + f1, 0) / scores.length;
  const lowest = scores.slice(0, 5).map(({ name, f1 }) => `${name} ${f1.toFixed(4)}`);
  console.log(
    `      ${scores.length} documents, word F1 ${mean.toFixed(4)} on average; of ${quotations} quotations ${(100 * share).toFixed(1)} % stand; lowest: ${lowest.join(', ')}`,
  );
  assert.ok(own.length >= 20, `${own.length} documents`);
  assert.deepEqual(
    own.filter(({ f1 }) => f1 < least).map(({ name, f1 }) => `${name}: ${f1}`),
    [],
  );
  assert.ok(mean >= least && quotations >= 200 && share >= LEAST.quotations, missed.join('\n'));
}

const execute = promisify(execFile);

/** What a program prints; what it is given on its standard input. */
async function run(program: string, args: readonly string[], input: string | Buffer = ''): Promise<string> {
  const running = execute(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  running.child.stdin?.end(input);
  return (await running).stdout;
}

/** Debian packs what is long. */
const bytesOf = (file: string): Buffer => {
  const bytes = fs.readFileSync(file);
  return file.endsWith('.gz') ? gunzipSync(bytes) : bytes;
};

/** Says loudly why nothing is compared. */
function skip(context: Mocha.Context, why: string): never {
  console.warn(`      NOT COMPARED: ${why}`);
  return context.skip();
}

describe('documents that others wrote', function () {
  this.timeout(300_000);

  it('reads the words of PDF files as pdftotext does, and quotations from it stand', async function () {
    if (!has('pdftotext', '-v')) skip(this, 'pdftotext (poppler-utils) is not installed');
    const files = [
      ...filesOf('debian-history', 'usr/share/doc/debian-history/docs/*.pdf'),
      ...filesOf('maint-guide', 'usr/share/doc/maint-guide/*.pdf'),
      ...filesOf('sqlite3-doc', 'usr/share/doc/sqlite3/*.pdf'),
      ...filesOf('debian-faq', 'usr/share/doc/debian/FAQ/debian-faq.en.pdf.gz'),
      // Of a package with papers of many hands one in five, so that nobody has chosen them.
      ...filesOf('texlive-humanities-doc', 'usr/share/doc/texlive-doc/{latex,generic}/*/*.pdf').filter(
        (_, at) => at % 5 === 0,
      ),
    ];
    if (files.length === 0) skip(this, 'Debian’s packages cannot be fetched');
    const read = (bytes: Buffer, ...options: string[]) =>
      run('pdftotext', ['-enc', 'UTF-8', ...options, '-', '-'], bytes);
    const scores = await scoresOf(files, async (_, bytes) => ({
      text: await read(bytes),
      mended: hyphensGivenBack(await read(bytes, '-layout')),
    }));
    assertScores(scores, LEAST.pdf, {
      'PdUsample.pdf': 'consists of formulas, whose signs each program orders in its own way',
    });
  });

  it('reads the article of web pages as w3m shows it, and quotations from it stand', async function () {
    if (!has('w3m', '-version')) skip(this, 'w3m is not installed');
    const files = [
      ...filesOf(
        'sqlite3-doc',
        'usr/share/doc/sqlite3/{testing,howtocorrupt,isolation,lockingv3,arch,atomiccommit,different,malloc,queryplanner,wal,whentouse}.html',
      ),
      ...filesOf('git-doc', 'usr/share/doc/git-doc/howto/*.html'),
      ...filesOf(
        'debian-history',
        'usr/share/doc/debian-history/docs/{manifesto,intro,leaders,releases,detailed}.en.html',
      ),
      ...filesOf('anarchism', 'usr/share/doc/anarchism/html/sec*.html').filter(
        (file, at) => at % 10 === 0 && !/con\.html$/.test(file),
      ),
    ];
    if (files.length === 0) skip(this, 'Debian’s packages cannot be fetched');
    const scores = await scoresOf(files, async (_, bytes) => ({
      text: withoutMarks(await run('w3m', W3M, articleBody(bytes.toString()))),
    }));
    assertScores(scores, LEAST.html);
  });

  it('reads the pages that ten generators and hands make as w3m shows them, and quotations stand', async function () {
    if (!has('w3m', '-version')) skip(this, 'w3m is not installed');
    const files = [
      // makeinfo, Sphinx, mkdocs, LaTeX2HTML, gtk-doc, Exim's, Node's and Apache's own; two by hand, with tags left open.
      ...between(filesOf('libfftw3-doc', 'usr/share/doc/libfftw3-doc/html/*.html')),
      ...between(filesOf('python-flask-doc', 'usr/share/doc/python-flask-doc/html/**/*.html')),
      ...between(filesOf('mkdocs-doc', 'usr/share/doc/mkdocs/html/**/*.html')),
      ...between(filesOf('gnuplot-doc', 'usr/share/doc/gnuplot/htmldocs/node*.html')),
      ...between(filesOf('libglib2.0-doc', 'usr/share/gtk-doc/html/glib/*.html')),
      ...between(filesOf('exim4-doc-html', 'usr/share/doc/exim4-doc-html/spec_html/*.html')),
      ...between(filesOf('nodejs-doc', 'usr/share/doc/nodejs/api/*.html')),
      ...between(filesOf('apache2-doc', 'usr/share/doc/apache2-doc/manual/en/*.html')),
      ...between(filesOf('lynx-common', 'usr/share/doc/lynx-common/lynx_help/**/*.html.gz')),
      ...between(filesOf('xfig-doc', 'usr/share/doc/xfig/html/*.html')),
    ];
    if (files.length === 0) skip(this, 'Debian’s packages cannot be fetched');
    const scores = await scoresOf(files, async (_, bytes) => ({
      text: withoutMarks(await run('w3m', W3M, articleBodyOf(bytes.toString()))),
    }));
    assertScores(scores, LEAST.html, {
      'glib-Bounds-checked-integer-arithmetic.html': 'its table of links to functions is left out as a menu',
      'synopsis.html': 'a short page, which w3m shows without its title',
    });
  });

  it('reads the words of Word documents as pandoc does, and quotations from it stand', async function () {
    if (!has('pandoc', '--version')) skip(this, 'pandoc is not installed');
    const files = [
      ...documentsIn(debianSource('pandoc', ['docx']), '**/test/docx/*.docx'),
      // Files that programs had trouble with; every other one, so that nobody has chosen them.
      ...documentsIn(debianSource('libapache-poi-java', ['docx']), '**/test-data/document/*.docx').filter(
        (_, at) => at % 2 === 0,
      ),
      // pandoc leaves out the fields of a mail merge, of which this one is made.
    ].filter((file) => path.basename(file) !== '52449.docx');
    if (files.length === 0) skip(this, 'the sources of Debian’s packages cannot be fetched');
    const options = ['-s', '-f', 'docx', '-t', 'plain', '--wrap=none', '--track-changes=accept', '-'];
    const scores = await scoresOf(files, async (_, bytes) => {
      const text = await run('pandoc', options, bytes).catch(() => '');
      // It puts descriptions in the place of pictures.
      return { text: withoutMarks(text.replace(/\[[^\]]*\.\w+\]/g, '')) };
    });
    assertScores(scores, LEAST.docx, {
      'inline_images.docx': 'pandoc puts the descriptions of pictures among the words',
      'form_footnotes.docx': 'pandoc prints "[TABLE]" in the place of tables that it cannot draw',
      'metadata.docx': 'pandoc takes the abstract for metadata and leaves it out',
      'metadata_after_normal.docx': 'the same',
      'notes.docx': 'pandoc gives numbers to the notes of a text of twenty words',
    });
  });
});

/** Shows a page as text. */
const W3M = ['-dump', '-cols', '100', '-I', 'UTF-8', '-O', 'UTF-8', '-T', 'text/html'];

/** Of the files of a package three, so that nobody has chosen them: no index, and neither very short nor a book. */
function between(files: readonly string[]): string[] {
  const usual = files.filter((file) => {
    const { size } = fs.statSync(file);
    return size > 5000 && size < 90_000 && !/index|search|404|toc\b/i.test(path.basename(file));
  });
  return [1, 3, 5].flatMap((sixth) => usual[Math.floor((usual.length * sixth) / 6)] ?? []);
}

const filesOf = (name: string, pattern: string): string[] => documentsIn(debianPackage(name), pattern);

const documentsIn = (folder: string | undefined, pattern: string): string[] =>
  folder === undefined ? [] : globSync(pattern, { cwd: folder, absolute: true }).sort();

/** A page without what these sites put around every article: their headers, footers and tables of contents. */
const articleBody = (page: string): string =>
  page
    .replace(
      /<div class="(?:navheader|navfooter)">(?:(?!<\/table>)[\s\S])*<\/table>\s*(?:<hr ?\/?>)?\s*<\/div>/g,
      '',
    )
    .replace(/<div class="toc">[\s\S]*?<\/dl>\s*<\/div>/g, '')
    .replace(/<div class=nosearch>[\s\S]*?(?=<h1|<div class="?fancy)/, '')
    .replace(/<div class="fancy_toc">[\s\S]*?<div id="toc_sub">[\s\S]*?<\/div>\s*<\/div>/, '')
    .replace(/<div id="footer">[\s\S]*?<\/body>/, '</body>');

/** The signs and numbers that the program itself puts before the items of lists are not the document's. */
const withoutMarks = (text: string): string =>
  text.replace(/^(\s*)(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|[-•●○*+])\s+/gm, '$1');

/** Nor are the numbers that it gives to notes. */
const withoutNoteMarks = (text: string): string => text.replace(/\[\d{1,3}\]/g, '');
