import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { globSync } from 'tinyglobby';
import { Corpus, isAccepted, judgeQuotation, type SourceText } from '#corpus-index';
import { cutQuotations, randomNumbers, wordF1 } from '../../support/compare-texts';
import { debianPackage, debianSource, has } from '../../support/documents';
import { readSourceBytes } from '../../support/read-formatted';

/** So many quotations are cut from each document. */
const QUOTATIONS = 20;

interface Score {
  readonly name: string;
  readonly f1: number;
  readonly missed: readonly string[];
  readonly quotations: number;
}

async function score(file: string, bytes: Buffer, theirs: string, seed: number): Promise<Score> {
  const source = await readSourceBytes(path.basename(file), bytes);
  const quotations = cutQuotations(theirs, QUOTATIONS, randomNumbers(seed));
  const stands = judgeOf(source);
  return {
    name: path.basename(file),
    f1: wordF1(source.text, theirs),
    missed: quotations.filter((quotation) => !stands(quotation)),
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

const lowest = (scores: readonly Score[]): string =>
  [...scores]
    .sort((a, b) => a.f1 - b.f1)
    .slice(0, 5)
    .map(({ name, f1 }) => `${name} ${f1.toFixed(4)}`)
    .join(', ');

function assertQuotations(scores: readonly Score[]): void {
  const all = scores.reduce((sum, { quotations }) => sum + quotations, 0);
  const missed = scores.flatMap(({ name, missed: some }) => some.map((one) => `${name}: ${one}`));
  const share = (all - missed.length) / all;
  console.log(
    `      ${scores.length} documents, ${all} quotations, ${(100 * share).toFixed(1)} % stand; lowest: ${lowest(scores)}`,
  );
  assert.ok(all >= 200 && share >= 0.98, missed.join('\n'));
}

const run = (program: string, args: readonly string[], input?: string): string =>
  execFileSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    ...(input === undefined ? {} : { input }),
  });

/** Says loudly why nothing is compared. */
function skip(context: Mocha.Context, why: string): never {
  console.warn(`      NOT COMPARED: ${why}`);
  return context.skip();
}

describe('documents that others wrote', function () {
  this.timeout(300_000);

  it('reads the words of PDF files as pdftotext does, and quotations from it stand', async function () {
    if (!has('pdftotext', '-v')) skip(this, 'pdftotext (poppler-utils) is not installed');
    const folders = [
      'debian-history',
      'maint-guide',
      'developers-reference',
      'r-doc-pdf',
      'sqlite3-doc',
      'gnuplot-doc',
    ].map(debianPackage);
    const files = folders
      .flatMap((folder) =>
        folder ? globSync('usr/share/doc/**/*.pdf', { cwd: folder, absolute: true }) : [],
      )
      .filter((file) => !/refman/.test(file))
      .sort();
    if (files.length === 0) skip(this, 'Debian’s packages cannot be fetched');
    assert.ok(files.length >= 20, `${files.length} files`);
    const scores: Score[] = [];
    for (const [at, file] of files.entries())
      scores.push(
        await score(file, fs.readFileSync(file), run('pdftotext', ['-enc', 'UTF-8', file, '-']), at),
      );
    for (const { name, f1 } of scores) assert.ok(f1 >= 0.98, `${name}: ${f1}`);
    assertQuotations(scores);
  });

  it('reads the article of web pages as w3m shows it, and quotations from it stand', async function () {
    if (!has('w3m', '-version')) skip(this, 'w3m is not installed');
    const files = [
      ...pagesOf(
        'sqlite3-doc',
        'usr/share/doc/sqlite3/{testing,howtocorrupt,isolation,lockingv3,arch,appfileformat,atomiccommit,datatype3,different,fasterthanfs,inmemorydb,malloc,np1queryprob,queryplanner,quirks,sharedcache,wal,whentouse,withoutrowid,custombuild,foreignkeys}.html',
      ),
      ...pagesOf('git-doc', 'usr/share/doc/git-doc/howto/*.html'),
      ...pagesOf(
        'debian-history',
        'usr/share/doc/debian-history/docs/{manifesto,intro,leaders,releases,detailed}.en.html',
      ),
    ];
    if (files.length === 0) skip(this, 'Debian’s packages cannot be fetched');
    assert.ok(files.length >= 20, `${files.length} files`);
    const scores: Score[] = [];
    for (const [at, file] of files.entries()) {
      const page = fs.readFileSync(file);
      const shown = run(
        'w3m',
        ['-dump', '-cols', '100', '-I', 'UTF-8', '-O', 'UTF-8', '-T', 'text/html'],
        articleBody(page.toString()),
      );
      scores.push(await score(file, page, withoutMarks(shown), at));
    }
    const mean = scores.reduce((sum, { f1 }) => sum + f1, 0) / scores.length;
    console.log(`      mean word F1 ${mean.toFixed(4)}`);
    assert.ok(mean >= 0.97, lowest(scores));
    assert.ok(scores.filter(({ f1 }) => f1 >= 0.97).length >= 20, lowest(scores));
    assertQuotations(scores);
  });

  it('reads the words of Word documents as pandoc does, and quotations from it stand', async function () {
    if (!has('pandoc', '--version')) skip(this, 'pandoc is not installed');
    const folder = debianSource('pandoc', ['docx']);
    if (!folder) skip(this, 'the source of Debian’s pandoc cannot be fetched');
    const scores: Score[] = [];
    for (const [at, file] of globSync('**/test/docx/*.docx', { cwd: folder, absolute: true })
      .sort()
      .entries()) {
      const theirs = withoutMarks(
        run('pandoc', ['-t', 'plain', '--wrap=none', '--track-changes=accept', file]),
      );
      // Of a few words, or of pictures' descriptions, nothing can be said.
      if ((theirs.match(/\p{L}{2,}/gu) ?? []).length < 15 || /image|table/.test(path.basename(file)))
        continue;
      scores.push(await score(file, fs.readFileSync(file), theirs, at));
    }
    assert.ok(scores.length >= 20, `${scores.length} files`);
    const mean = scores.reduce((sum, { f1 }) => sum + f1, 0) / scores.length;
    console.log(`      mean word F1 ${mean.toFixed(4)}`);
    assert.ok(mean >= 0.97, lowest(scores));
    assertQuotations(scores);
  });
});

function pagesOf(name: string, pattern: string): string[] {
  const folder = debianPackage(name);
  return folder === undefined ? [] : globSync(pattern, { cwd: folder, absolute: true }).sort();
}

/** A page without what these three sites put around every article: their headers, footers and tables of contents. */
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
