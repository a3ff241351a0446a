import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { sourcewright } from '../support/command-line';
import { removeFolder, temporaryFolder } from '../support/temporary-folder';

const RECORDS = `# What is known.
references:
  - id: rowe2014   # cited in three drafts
    title: The Harbour at Night
    type: webpage
    author:
      - {family: Rowe, given: Anna}
    issued: 2014-03-24
    URL: https://example.org/night
    file: sources/night.txt
  - id: quist2011
    type: book
    title: A History of Small Ports
    DOI: 10.5555/1234

# The end.
`;

const BIBTEX = `@article{dorn_tide,
  title = {Low Tide at the {Fishgate}},
  author = {Dorn, Ada and Voss, Per},
  journal = {Harbour Studies},
  year = {2016}, volume = {4}, pages = {1--9}, doi = {10.5555/777}
}
@book{quist, title = {A history of small ports}, doi = {https://doi.org/10.5555/1234}, author = {Quist, Per}, year = {2011}}
@misc{lamps, title = {What the lamps were for}, author = {Verne, Ada}, year = {2015}}
`;

const RIS = 'TY  - JOUR\nTI  - Counting the lamps\nAU  - Brook, Tom\nPY  - 2018\nJO  - Studies\nER  - \n';

describe('sourcewright import and export', () => {
  let folder: string;
  beforeEach(() => {
    folder = temporaryFolder({
      'sources/night.txt': 'The Harbour at Night\n\nThe lamps went out.\n',
      'sources/lamps.txt':
        'What the lamps were for\n\nBy Ada Verne on March 24, 2015\n\nThey were for the pilots.\n',
      'sources.yaml': RECORDS,
      'library.bib': BIBTEX,
      'library.ris': RIS,
      'a.md': 'It is so [@rowe2014, para. 1].\n',
    });
  });
  afterEach(() => {
    removeFolder(folder);
  });
  const run = (command: string, ...args: string[]) => sourcewright([command, '--root', folder, ...args]);
  const records = () => fs.readFileSync(path.join(folder, 'sources.yaml'), 'utf8');
  const importFile = (name: string) => run('import', path.join(folder, name));

  it('adds records behind those that are there, and leaves every character of them alone', () => {
    const { status, stdout } = importFile('library.bib');
    assert.equal(status, 0);
    assert.deepEqual(stdout.trim().split('\n'), ['@dorn_tide', '@verne2015  sources/lamps.txt']);
    const [before = '', end = ''] = RECORDS.split('\n# The end.\n');
    assert.ok(records().startsWith(before), records());
    assert.ok(records().endsWith(`\n# The end.\n${end}`), records());
    assert.match(records(), /\n {2}- id: dorn_tide\n {4}type: article-journal\n {4}title: Low Tide at the/);
  });

  it('keeps the key that a source is cited by, and writes down which file it is', () => {
    const { stderr } = importFile('library.bib');
    assert.match(stderr, /sources\/lamps\.txt keeps its key @verne2015 \(not @lamps\)/);
    assert.match(records(), /- id: verne2015\n[^]*file: sources\/lamps\.txt/);
    const { sources } = run('sources', '--format', 'json').json();
    assert.deepEqual(sources.map(({ key }: { key: string }) => key).sort(), ['rowe2014', 'verne2015']);
  });

  it('knows by its DOI what is written down already, and changes nothing the second time', () => {
    assert.match(
      importFile('library.bib').stderr,
      /@quist2011 is written down already: A history of small ports/,
    );
    const once = records();
    assert.equal(importFile('library.bib').stdout, '');
    assert.equal(records(), once);
  });

  it('reads RIS and CSL JSON', () => {
    assert.equal(importFile('library.ris').status, 0);
    assert.match(records(), /title: Counting the lamps/);
    fs.writeFileSync(
      path.join(folder, 'library.json'),
      '[{"id":"zed","type":"book","title":"Zed and the others"}]',
    );
    assert.equal(importFile('library.json').stdout, '@zed\n');
  });

  it('makes sources.yaml where there is none', () => {
    fs.rmSync(path.join(folder, 'sources.yaml'));
    importFile('library.ris');
    assert.match(records(), /^references:\n {2}- id: /);
  });

  it('refuses what it cannot read or cannot add to, and changes nothing', () => {
    fs.writeFileSync(path.join(folder, 'none.bib'), 'no references');
    assert.equal(importFile('none.bib').status, 2);
    fs.writeFileSync(path.join(folder, 'address.bib'), 'https://example.org/library.bib');
    assert.equal(importFile('address.bib').status, 2);
    for (const [yaml, why] of [
      ['references: here\n', /add it by hand/],
      ['references:\n  - id: a\n title: [\n', /is not YAML as it stands/],
    ] as const) {
      fs.writeFileSync(path.join(folder, 'sources.yaml'), yaml);
      const { status, stderr } = importFile('library.ris');
      assert.equal(status, 2);
      assert.match(stderr, why);
      assert.equal(records(), yaml);
    }
  });

  it('adds to a list on one line, and with the line ends of the file', () => {
    fs.writeFileSync(path.join(folder, 'sources.yaml'), 'references: [{id: a, title: T}]\n');
    importFile('library.ris');
    assert.match(records(), /^references: \[\{id: a, title: T\}, \{id: brook2018, .*\}\]\n$/);
    fs.writeFileSync(path.join(folder, 'sources.yaml'), RECORDS.replaceAll('\n', '\r\n'));
    importFile('library.ris');
    assert.doesNotMatch(records(), /[^\r]\n/);
  });

  it('exports what a draft cites, or everything, for other programs', () => {
    const cited = JSON.parse(run('export', '--format', 'csl-json', path.join(folder, 'a.md')).stdout);
    assert.deepEqual(cited, [
      {
        id: 'rowe2014',
        title: 'The Harbour at Night',
        type: 'webpage',
        author: [{ family: 'Rowe', given: 'Anna' }],
        issued: { 'date-parts': [[2014, 3, 24]] },
        URL: 'https://example.org/night',
      },
    ]);
    const bibtex = run('export', '--format', 'bibtex').stdout;
    assert.match(bibtex, /@book\{quist2011,/);
    assert.match(bibtex, /\{rowe2014,/);
    assert.match(run('export', '--format', 'ris').stdout, /^TY {2}- /m);
  });

  it('writes every key as it is, or says that the format has no such key', () => {
    const keys = [
      'wall-street-2019',
      'smith:2019',
      'orton.2014',
      'a+b',
      "O'Neil2020",
      'smith/2019',
      'Иванов2020',
    ];
    const yaml = [...keys, 'part#2'].map((id) => `- {id: "${id}", type: book, title: Tides, issued: 2001}\n`);
    fs.writeFileSync(path.join(folder, 'sources.yaml'), `references:\n${yaml.join('')}`);
    for (const format of ['bibtex', 'biblatex']) {
      const { stdout, stderr, status } = run('export', '--format', format);
      assert.equal(status, 0);
      assert.deepEqual(
        [...stdout.matchAll(/^@book\{(.*),$/gm)].map(([, key]) => key).toSorted(),
        keys.toSorted(),
      );
      assert.match(stderr, /^@part#2 is not exported: no key can have “#” in this format\.$/m);
    }
  });

  it('says which keys of a draft are no sources', () => {
    fs.writeFileSync(path.join(folder, 'b.md'), '“Low” [@quist2011; @nobody].\n');
    const { stdout, stderr, status } = run('export', path.join(folder, 'b.md'));
    assert.deepEqual(
      (JSON.parse(stdout) as { id: string }[]).map(({ id }) => id),
      ['quist2011'],
    );
    assert.match(stderr, /@nobody is no source, so it is not exported\./);
    assert.equal(status, 0);
  });

  it('gives back what it exported', () => {
    for (const format of ['csl-json', 'bibtex', 'biblatex', 'ris']) {
      fs.writeFileSync(path.join(folder, 'exported'), run('export', '--format', format).stdout);
      const { status, stdout, stderr } = importFile('exported');
      assert.deepEqual([status, stdout], [0, '@verne2015  sources/lamps.txt\n'], `${format}: ${stderr}`);
      fs.writeFileSync(path.join(folder, 'sources.yaml'), RECORDS);
    }
  });
});
