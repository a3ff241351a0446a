import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fold, forEachWord, stopWords, words } from '#corpus-index';

const terms = (text: string): string[] => words(text).map(({ term }) => term);
const slices = (text: string): string[] => words(text).map(({ start, end }) => text.slice(start, end));

/** What a text is folded to, by what the fold is about. */
const FOLDS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'case and diacritics': [
    ['Ünïted NATIONS', 'united nations'],
    ['Ħal Għaxaq łódź Øre Đakovo', 'hal ghaxaq lodz ore dakovo'],
    ['Straße ÆSIR œuvre Þór ıİ', 'strasse aesir oeuvre thor ii'],
    ['cafe\u0301s', 'cafes'],
    ['Ἀθῆναι Σίσυφος', 'αθηναι σισυφοσ'],
    ['Мо́й ёлка', 'мои елка'],
  ],
  'apostrophes, ayn and hamza within words': [
    ["Qa'ida Qaʿida Qa‘ida Qa’ida Qa`ida Qaida", 'qaida qaida qaida qaida qaida qaida'],
    ["O'Neill don't Abu'l-Khayr", 'oneill dont abul khayr'],
    ["‘Ali 'Abd rock ’n’ roll the ’90s", 'ali abd rock n roll the 90s'],
  ],
  'the possessive': [
    ["Iran's IRAN’S it's U.S.'s 1980's", 'iran iran it us 1980'],
    ["the sources' words", 'the sources words'],
    ["Iran'stan", 'iranstan'],
  ],
  'what a reader does not see': [
    ['so\u00adft ze\u200bro \ufeffmark\u200e', 'soft zero mark'],
    ['ﬁnd oﬀer ＦＵＬＬ １２', 'find offer full 12'],
  ],
  'hyphens and dashes': [['well-known a–b one—two x−y', 'well known a b one two x y']],
  'Arabic articles': [
    ['al-Adl el-Adl Al‑Adl al-ʿAdl', 'al adl al adl al adl al adl'],
    [
      'as-Sahab ash-Shabab ad-Din an-Nur ar-Rahman at-Tawhid az-Zarqa',
      'al sahab al shabab al din al nur al rahman al tawhid al zarqa',
    ],
    ['adh-Dhahab ath-Thawra aṣ-Ṣadr ud-Din', 'al dhahab al thawra al sadr al din'],
    ['ad-hoc at-large an-other US-led un-named as-yet', 'ad hoc at large an other us led un named as yet'],
    ['as Sahab, al Adl', 'as sahab al adl'],
  ],
  numbers: [
    ['470,000 1,000,000 1.5 3,14 2,100,50', '470000 1000000 1.5 3 14 2100 50'],
    ['9/11 post-9/11 9/11/2001 2013/14', '9/11 post 9/11 9/11 2001 2013 14'],
    ['24.03.2014 in 2014. Then', '24 03 2014 in 2014 then'],
    ['page² ½ ١٢٣ ۱۲', 'page 123 12'],
  ],
  abbreviations: [
    ['the U.S. army, U.S.-led, the U.S.A', 'the us army us led the usa'],
    ['a.k.a. J.R.R. Tolkien', 'aka jrr tolkien'],
    ['George W. Bush. Plan B. George W.Bush', 'george w bush plan b george w bush'],
  ],
  'letters of any script': [
    ['القاعدة أحمد ی مُحَمَّد', 'القاعده احمد ي محمد'],
    ['צה״ל שָׁלוֹם', 'צהל שלום'],
    ['中文字 カタカナ ｶﾀ 한국어 हिन्दी', '中 文 字 カタカナ カタ 한국어 हिन्दी'],
    ['𝔸bc 𠀀𠀁', 'abc 𠀀 𠀁'],
  ],
  'marks, signs and pictures to nothing': [
    ['_em_ **x** a_b @key #tag', 'em x a b key tag'],
    ['… — “ ” 🙂 \ud800 ', ''],
  ],
};

describe('words', () => {
  for (const [subject, table] of Object.entries(FOLDS)) {
    it(`folds ${subject}`, () => {
      for (const [text, folded] of table) assert.equal(fold(text), folded);
    });
  }

  it('gives a word the span of what it was folded from', () => {
    const text = "the U.S.'s “al-Qa‘ida” paid 470,000; cafe\u0301.";
    assert.deepEqual(slices(text), ['the', 'U.S.', 'al', 'Qa‘ida', 'paid', '470,000', 'cafe\u0301']);
  });

  it('reads only between the two offsets, and a word that they cut as far as it lies inside', () => {
    const seen: [string, number, number][] = [];
    forEachWord('alpha beta gamma', 2, 13, (word, start, end) => seen.push([word, start, end]));
    assert.deepEqual(seen, [
      ['pha', 2, 5],
      ['beta', 6, 10],
      ['ga', 11, 13],
    ]);
  });

  it('does not look beyond its end for what belongs to a number or abbreviation', () => {
    const seen: string[] = [];
    forEachWord('470,000', 0, 5, (word) => seen.push(word));
    assert.deepEqual(seen, ['470', '0']);
  });

  it('reads a word of a million letters', () => {
    assert.equal(terms(`a ${'Ab'.repeat(500_000)} b`)[1], 'ab'.repeat(500_000));
  });

  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({
      unit: fc.constantFrom(...Array.from("aAlsSé1230.,/'’‘ʿ-– \n\u0301\u00ad中ßﬁ𝔸\ud800لة")),
      maxLength: 40,
    }),
  );

  it('gives words in order, apart, and never empty', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0;
        for (const { term, start, end } of words(text)) {
          assert.ok(term !== '' && start >= last && end > start && end <= text.length);
          last = end;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('folds the slice of a word to the word itself, but for an article, which its neighbour tells', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { term, start, end } of words(text))
          if (term !== 'al') assert.equal(fold(text.slice(start, end)), term);
      }),
      { numRuns: 2000 },
    );
  });

  it('folds what is folded to itself', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        assert.equal(fold(fold(text)), fold(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('folds every character of Unicode to what is folded to itself', () => {
    for (let code = 0; code <= 0x1ffff; code++) {
      const folded = fold(`a${String.fromCodePoint(code)}`);
      if (fold(folded) !== folded) assert.fail(`U+${code.toString(16)}: ${folded}`);
    }
  });

  it('finds the same words in composed and decomposed text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('aéüñ łō ḥṣ-')) }), (text) => {
        assert.deepEqual(terms(text.normalize('NFD')), terms(text.normalize('NFC')));
      }),
    );
  });
});

describe('stopWords', () => {
  it('are written as the tokeniser folds them', () => {
    for (const word of stopWords) assert.equal(fold(word), word);
  });

  it('leave out "us" and "may", which are also a state and a month', () => {
    assert.ok(stopWords.has('the') && stopWords.has('al') && !stopWords.has('us') && !stopWords.has('may'));
  });
});
