import assert from 'node:assert/strict';
import { sourcewright } from '../support/command-line';
import { makeDocx } from '../support/make-zip';
import { makePdf, pdfPage } from '../support/make-pdf';
import { describePostgres } from '../support/postgres';
import { removeFolder, temporaryFolder } from '../support/temporary-folder';

const SOURCES = {
  'sources/wall.txt':
    'A Wall Too Low\n\nBy Ada Verne on March 24, 2014\n\nThe wall was not built to last. Everybody knew.\n\nThe council met twice in June.\n',
  'sources/tide.md':
    '# Tide\n\nThe *tide* rose on Sunday and **did not** fall.[^1]\n\nNobody came &amp; nobody left.\n\n[^1]: A note.\n',
  'sources/log.pdf': makePdf([
    pdfPage([['The harbour office was locked at noon that day.']]),
    pdfPage([['A second page tells of the key that was lost.']]),
  ]),
  'sources/letter.docx': makeDocx(['We never signed the contract for the wall.', 'It was sent back in May.']),
  'sources.yaml':
    'references:\n  - id: tide\n    title: Tides\n    author: [{family: Orr, given: Lea}]\n    file: sources/tide.md\n',
};

const DRAFTS = {
  'drafts/a.md': [
    'She wrote “The wall was not built to last” [@verne2014, para. 1] and “The wall was built to last” [@verne2014, para. 1].',
    'Also “The council met twice in June” [@verne2014, para. 1].',
    'He said “The tide rose on Sunday and did not fall” [@tide] and “nobody came & nobody left” [@tide, para. 2].',
    'On “the key that was lost” [@log, p. 2] and “the key that was found” [@log, p. 1].',
    '“We … signed the contract” [@letter], “It was sent back in May” [@letter, para. 9], “No such words here at all” [@letter].',
    'See [@nobody].',
  ].join('\n\n'),
};

describePostgres('a source of a shared corpus', (postgres) => {
  let archive: string;
  let desk: string;
  let address: string;
  before(() => {
    archive = temporaryFolder({ ...SOURCES, ...DRAFTS });
    desk = temporaryFolder(DRAFTS);
    address = postgres().database('check');
    const { status, stderr } = sourcewright(['index', '--root', archive, '--to', address]);
    assert.equal(status, 0, stderr);
  });
  after(() => {
    removeFolder(archive);
    removeFolder(desk);
  });

  it('is judged as one in the folder is: every quotation, difference, place and problem is the same', () => {
    const here = sourcewright(['check', '--root', archive, '--format', 'json']);
    const there = sourcewright(['check', '--root', desk, '--format', 'json', '--corpus', address]);
    assert.deepEqual(there.json().drafts, here.json().drafts);
    assert.deepEqual(
      here.json().drafts[0].quotations.map(({ verdict }: { verdict: string }) => verdict),
      [
        ...['verbatim', 'altered', 'elsewhere', 'verbatim', 'altered', 'verbatim', 'altered'],
        ...['editorial', 'unresolved', 'missing'],
      ],
    );
    assert.equal(there.status, here.status);
  });

  it('is found by its words', () => {
    const { json } = sourcewright([
      'search',
      'tide sunday',
      '--root',
      desk,
      '--format',
      'json',
      '--corpus',
      address,
    ]);
    assert.deepEqual(json().hits[0].source, 'tide');
    assert.deepEqual(json().hits[0].text, 'The tide rose on Sunday and did not fall.');
  });

  it('is where a quotation on standard input is looked for, by its key or by the words alone', () => {
    const requests = [
      { id: 1, quote: 'The tide rose on Sunday', source: 'tide' },
      { id: 2, quote: 'The tide rose on Sunday' },
      { id: 3, quote: 'The tide rose on Monday and did not fall' },
      { id: 4, quote: 'The tide rose on Sunday', source: 'nobody' },
    ];
    const input = requests.map((request) => JSON.stringify(request)).join('\n');
    const verdicts = (root: string, ...more: string[]) =>
      sourcewright(['verify', '--root', root, ...more], { input })
        .stdout.trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { verdict: string; source: string });
    const there = verdicts(desk, '--corpus', address);
    assert.deepEqual(there, verdicts(archive));
    assert.deepEqual(
      there.map(({ verdict, source }) => [verdict, source]),
      [
        ['verbatim', 'tide'],
        ['verbatim', 'tide'],
        ['altered', 'tide'],
        ['unresolved', 'nobody'],
      ],
    );
  });

  it('is not there without the corpus, and a corpus that cannot be read ends the check', () => {
    const without = sourcewright(['check', '--root', desk, '--format', 'json']);
    assert.equal(without.json().summary.accepted, 0);
    const { status, stdout, stderr } = sourcewright([
      ...['check', '--root', desk, '--corpus', `${address}-nowhere`],
    ]);
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /There is no such database/);
  });
});
