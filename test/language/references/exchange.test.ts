import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CslItem } from '../../../src/language/references/csl-item';
import { readReferences, writeReferences } from '../../../src/language/references/exchange';
import { FORMATS, type ExchangeFormat } from '../../../src/language/references/exchange-formats';
import { keyAt } from '../../../src/language/citations/citation-key';

const read = (text: string) => {
  const answer = readReferences(text, 'library');
  return typeof answer === 'string' ? assert.fail(answer) : answer;
};
const book = (id: string): CslItem => ({
  id,
  type: 'book',
  title: 'Tides',
  issued: { 'date-parts': [[2001]] },
});
const again = (item: CslItem, format: ExchangeFormat): CslItem | undefined =>
  read(writeReferences([item], format).text).items[0];

/** As keys stand in drafts without braces, with every sign between their letters. */
const plainKeys = fc
  .tuple(
    fc.constantFrom('a', 'Z', 'ü', 'И', '7', '_', '北'),
    fc.array(fc.constantFrom(...Array.from(':.#$%&-+?<>~/aB9_é')), { maxLength: 30 }),
  )
  .map(([first, rest]) => `${first}${rest.join('')}z`)
  .filter((key) => keyAt(`@${key}`, 0)?.key === key);
const bracedKeys = fc
  .string({ minLength: 1, maxLength: 30, unit: 'grapheme-ascii' })
  .filter((key) => keyAt(`@{${key}}`, 0)?.key === key && !key.startsWith('http'));

describe('References in the files of other programs', () => {
  for (const [what, keys] of [
    ['keys as drafts have them', plainKeys],
    ['any key that a draft can have in braces', bracedKeys],
  ] as const)
    it(`go out and come back with ${what}, or are named`, () => {
      fc.assert(
        fc.property(fc.uniqueArray(keys, { minLength: 1, maxLength: 8 }), (ids) => {
          for (const format of FORMATS) {
            const { text, notes } = writeReferences(ids.map(book), format);
            const left = ids.filter((id) => notes.some((note) => note.startsWith(`@${id} is not exported:`)));
            const kept = ids.filter((id) => !left.includes(id));
            const back = kept.length > 0 ? read(text).items : [];
            assert.deepEqual(
              back.map(({ id, isKeyMade }) => [id, isKeyMade]),
              kept.map((id) => [id, undefined]),
            );
            for (const id of left) assert.match(id, /^\(|[,{}#%"\\]/);
            if (format === 'ris' || format === 'csl-json') assert.deepEqual(left, []);
          }
        }),
      );
    });

  it('are told of a key that some programs refuse, or do not tell from another', () => {
    const { notes } = writeReferences([book("O'Neil"), book('o’neil'), book('Doe'), book('doe')], 'bibtex');
    assert.deepEqual(notes, [
      "@O'Neil is exported as it is, but some programs read no file in which a key has “'”.",
      '@doe and @Doe are one key to BibTeX, which does not tell capitals.',
    ]);
  });

  it('keep titles in every alphabet, signs of TeX and addresses', () => {
    const title = 'Порт & 100% of <i>Öl</i> — C#, a_b, {x}, $5 ~ ^ \\ end';
    const URL = 'https://example.org/a_b%20c/with/a/path/that/is/longer/than/seventy/characters?x=1&y=~z#f';
    const item = { ...book('a'), title, URL, DOI: '10.5555/a_b', publisher: 'Rowe & Sons_{1}' };
    for (const format of FORMATS) {
      const back = again(item, format);
      assert.deepEqual(
        [back?.['title'], back?.['URL'], back?.['DOI'], back?.['publisher']],
        [title, URL, item.DOI, item.publisher],
        format,
      );
    }
    const { text } = writeReferences([item], 'biblatex');
    assert.match(text, /publisher = \{Rowe \\& Sons\\_\\textbraceleft\{\}1\\textbraceright\{\}\}/);
    assert.match(text, /url = \{https:\/\/example\.org\/a_b%20c\//);
  });

  it('keep particles and names of institutions, whose signs TeX can read', () => {
    const author = [
      { family: 'Quist', given: 'Per', 'dropping-particle': 'von' },
      { literal: 'Rowe & Sons' },
      { family: 'Rowe', given: 'Anna', 'non-dropping-particle': 'van' },
    ];
    for (const format of ['bibtex', 'biblatex'] as const) {
      const { text } = writeReferences([{ ...book('a'), author }], format);
      assert.match(text, /author = \{von Quist, Per and \{Rowe \\& Sons\} and van Rowe, Anna\}/);
      assert.deepEqual(read(text).items[0]?.['author'], [
        { family: 'Quist', given: 'Per', 'non-dropping-particle': 'von' },
        { literal: 'Rowe & Sons' },
        { family: 'Rowe', given: 'Anna', 'non-dropping-particle': 'van' },
      ]);
    }
    assert.match(writeReferences([{ ...book('a'), author }], 'ris').text, /^AU {2}- von Quist, Per$/m);
  });

  it('keep the day on which a page was looked at', () => {
    const accessed = { 'date-parts': [[2021, 5, 6]] };
    for (const format of FORMATS)
      for (const type of ['webpage', 'book', 'post-weblog', 'report', 'paper-conference'])
        assert.deepEqual(
          again({ ...book('a'), type, accessed, note: 'Kept.' }, format)?.['accessed'],
          accessed,
          `${format}: ${type}`,
        );
    const { text } = writeReferences([{ ...book('a'), type: 'webpage', accessed }], 'ris');
    assert.match(text, /^Y2 {2}- 2021\/05\/06\/$/m);
    assert.doesNotMatch(text, /^M1/m);
  });
});

describe('A BibTeX file of which some cannot be read', () => {
  const notes = (text: string) => read(text).notes;
  const keys = (text: string) => read(text).items.map(({ id }) => id);

  it('gives its good entries, and names the broken one with its line', () => {
    const good = (key: string) => `@book{${key},\n  title = {Tides ${key}},\n  publisher = pub\n}\n`;
    const strings = '@string{pub = "Port Press"}\n';
    for (const [broken, line] of [
      ['@book{bad,\n  title = {The unclosed,\n  year = 2001\n}\n', 6],
      ['@book{bad title = {No comma}}\n', 6],
      ['@book{bad, title = {A} year = 2001}\n', 6],
      ['@book{bad, title = {Cost: $5}}\n', 6],
      ['@book{bad, title = "No end}\n', 6],
    ] as const) {
      const text = `${strings}${good('a')}${broken}${good('b')}`;
      const { items, notes: said } = read(text);
      assert.deepEqual(
        items.map(({ id, publisher }) => [id, publisher]),
        [
          ['a', 'Port Press'],
          ['b', 'Port Press'],
        ],
        broken,
      );
      assert.equal(said.length, 1);
      assert.match(said[0] ?? '', new RegExp(`^@bad \\(line ${line}\\) cannot be read, so it is left out`));
    }
  });

  it('gives entries that refer to each other as it gives them where all are good', () => {
    const text = `@inbook{c, title={C}, author={Rowe, Anna}, crossref={a}}\n@book{a, title={A}, author={Quist, Per}, publisher={Port Press}}\n`;
    assert.deepEqual(
      read(`${text}@book{bad title={B}}\n`).items.map(({ id, publisher }) => [id, publisher]),
      read(text).items.map(({ id, publisher }) => [id, publisher]),
    );
  });

  it('is refused with the reasons where none can be read', () => {
    assert.match(
      readReferences('\n@book{bad title = {No comma}}\n', 'a.bib') as string,
      /^There are no references in a\.bib that can be read\. @bad \(line 2\) cannot be read/,
    );
  });

  it('has nobody called “others”', () => {
    const text = `@book{a, title={A}, author={Quist, Per and others}, editor={Rowe, Anna}}
@book{b, title={B}, author={others}}`;
    assert.deepEqual(read(text).items[0]?.['author'], [{ family: 'Quist', given: 'Per' }]);
    assert.match(
      notes(text).join('\n'),
      /^@a names some of its people and then “and others”: only those named/,
    );
    assert.deepEqual(keys(text), ['a', 'b']);
  });

  it('gives a DOI without the address that it is written in', () => {
    for (const doi of [
      'https://doi.org/10.1/abc',
      'http://dx.doi.org/10.1/abc',
      'doi:10.1/abc',
      'doi: 10.1/abc',
      '10.1/abc',
    ])
      assert.equal(read(`@book{a, title={A}, doi={${doi}}}`).items[0]?.['DOI'], '10.1/abc');
    assert.equal(
      read('[{"id":"a","type":"book","DOI":"https://doi.org/10.1/aBc"}]').items[0]?.['DOI'],
      '10.1/aBc',
    );
  });
});
