import assert from 'node:assert/strict';
import { Corpus, readSources, splitText } from '#corpus-index';
import { applyReplacements } from '../../../src/language/fixes/replacements';
import { addRecords } from '../../../src/language/references/add-records';
import { readReferences } from '../../../src/language/references/exchange';
import { planImport } from '../../../src/language/references/plan-import';

const planned = (yaml: string, text: string) => {
  const corpus = new Corpus();
  corpus.setRecords(readSources(yaml).records);
  const read = readReferences(text, 'library');
  if (typeof read === 'string') assert.fail(read);
  return planImport(corpus, read.items);
};
const keys = (yaml: string, text: string) => planned(yaml, text).records.map(({ item }) => item.id);
const json = (...items: object[]) => JSON.stringify(items.map((item) => ({ type: 'book', ...item })));

describe('Planning an import of references', () => {
  it('lets one reference that cannot be read whole keep none of the others out, and names what it lacks', () => {
    const { records, notes } = planned(
      '',
      `@book{a, title={On the Tides}, author={Quist, Per}, year={forthcoming}}
       @book{b, title={On the Lamps}, author={Quist, Per}, year={2011}}`,
    );
    const change = addRecords('', records);
    if ('problem' in change) assert.fail(change.problem);
    const { records: read, problems } = readSources(applyReplacements('', change.edits));
    assert.deepEqual(problems, []);
    assert.deepEqual(
      read.map(({ id, title, issued, author }) => [id, title, issued, author.length]),
      [
        ['a', 'On the Tides', undefined, 1],
        ['b', 'On the Lamps', '2011', 1],
      ],
    );
    assert.deepEqual(notes, ['@a goes in without `issued`, which cannot be read: {"literal":"forthcoming"}']);
  });

  it('tells pages apart by what an address asks for, and not by what it says of the reader', () => {
    const yaml = `[{id: a, URL: "https://www.youtube.com/watch?v=A&utm_source=mail#t=3"}]`;
    const known = (URL: string) => keys(yaml, json({ id: 'b', URL })).length === 0;
    assert.equal(known('http://youtube.com/watch?fbclid=x&v=A'), true);
    assert.equal(known('https://YouTube.com/watch/?v=A'), true);
    assert.equal(known('https://www.youtube.com/watch?v=a'), false);
    assert.equal(known('https://www.youtube.com/watch?v=B'), false);
    assert.equal(known('https://www.youtube.com/watch'), false);
    const empty = `[{id: a, URL: "", DOI: "", title: ""}, {id: c, URL: "https://example.org/"}]`;
    assert.deepEqual(keys(empty, json({ id: 'b', URL: '', DOI: '', title: '' })), ['b']);
    assert.deepEqual(keys(empty, json({ id: 'b', URL: 'https://example.org' })), ['b']);
  });

  it('takes a title for the same work where it is long and nothing says otherwise', () => {
    const known = (item: object, more = '') =>
      keys(
        `[{id: a, title: A History of Small Ports, issued: 2011, author: [{family: Quist, given: Per}]${more}}]`,
        json({ id: 'b', title: 'A history of small ports', ...item }),
      ).length === 0;
    const year = (year: number) => ({ issued: { 'date-parts': [[year]] } });
    assert.equal(known({}), true);
    assert.equal(known({ ...year(2011), author: [{ family: 'van Quist' }, { family: 'Rowe' }] }), true);
    assert.equal(known(year(2019)), false);
    assert.equal(known({ author: [{ family: 'Rowe' }] }), false);
    assert.equal(known({ DOI: '10.5555/1' }), true);
    assert.equal(known({ DOI: '10.5555/1' }, ', DOI: 10.5555/2'), false);
    assert.equal(known({ URL: 'https://doi.org/10.5555/1' }, ', DOI: 10.5555/2'), false);
    assert.deepEqual(
      keys('[{id: a, title: Annual Report 2014}]', json({ id: 'b', title: 'Annual Report 2014' })),
      ['b'],
    );
  });

  it('names the export that it reads where a library comes in Zotero’s own form', () => {
    const item = { itemType: 'book', citationKey: 'quist2011', title: 'Tides', creators: [] };
    for (const library of [{ config: {}, items: [item] }, [item]]) {
      const said = readReferences(JSON.stringify(library), 'library.json');
      assert.ok(typeof said === 'string');
      assert.match(
        said,
        /^The references in library\.json cannot be read: .*“Better CSL JSON” or “Better BibLaTeX”/,
      );
    }
    assert.equal(
      readReferences('{"items": [null, {"title": "Tides"}]}', 'a.json'),
      'There are no references in a.json.',
    );
    assert.deepEqual(keys('', `{"items": [{"itemType": "book", "id": "a", "type": "book"}]}`), ['a']);
  });

  it('gives no source to a reference with another DOI', () => {
    const corpus = new Corpus();
    const text = 'What the lamps were for\n\nThey were for the pilots, who came late.\n';
    const split = splitText(text);
    const metadata = { ...split.metadata, url: 'https://doi.org/10.5555/2' };
    corpus.put({ path: 'sources/lamps.txt', format: 'text', text, reading: { text }, ...split, metadata });
    const item = { id: 'b', type: 'book', title: 'What the lamps were for' };
    const files = (DOI?: string) =>
      planImport(corpus, [{ ...item, ...(DOI !== undefined && { DOI }) }]).records.map(({ file }) => file);
    assert.deepEqual(files(), ['sources/lamps.txt']);
    assert.deepEqual(files('10.5555/1'), [undefined]);
  });

  it('numbers a key that it has made where the folder has it, and knows the reference when it comes again', () => {
    const text = json({ id: null, 'citation-key': null, title: 'Tides', author: [{ family: 'Quist' }] });
    assert.deepEqual(keys('', text), ['quist']);
    assert.deepEqual(keys('[{id: quist, title: Lamps}]', text), ['quist-2']);
    assert.deepEqual(keys('[{id: quist, title: Lamps}, {id: quist-2, title: Tides}]', text), []);
    const { records, notes } = planned('[{id: quist, title: Lamps}]', json({ id: 'quist', title: 'Tides' }));
    assert.deepEqual(records, []);
    assert.deepEqual(notes, ["@quist is another source's key, so this is left out: Tides"]);
  });
});
