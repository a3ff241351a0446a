import { checkQuotations as check } from './show';

describe('quotation marks', () => {
  it('are read in the ways of many languages', () => {
    check('“the old river bed” [@a]', 'the old river bed <- a');
    check(
      '„das alte Flussbett“ [@a] und ‚das alte Flussbett‘ [@b]',
      'das alte Flussbett <- a',
      'das alte Flussbett <- b',
    );
    check(
      '»das alte Flussbett« [@a] und ›das alte Flussbett‹ [@b]',
      'das alte Flussbett <- a',
      'das alte Flussbett <- b',
    );
    check(
      '«\u00A0le vieux lit du fleuve\u202F» [@a] et « le pont » [@b]',
      'le vieux lit du fleuve <- a',
      'le pont <- b',
    );
    check('„stare koryto rzeki” [@a]', 'stare koryto rzeki <- a');
    check(
      '”den gamla flodbädden” [@a] och »den gamla bron» [@b]',
      'den gamla flodbädden <- a',
      'den gamla bron <- b',
    );
    check('אמר ״הנהר היה נמוך״ [@a] ו"הגשר היה סגור" [@b]', 'הנהר היה נמוך <- a', 'הגשר היה סגור <- b');
    check(
      'قال «كان النهر منخفضا» [@a] و”الجسر مغلق اليوم“ [@b]',
      'كان النهر منخفضا <- a',
      'الجسر مغلق اليوم <- b',
    );
    check(
      '他说「河水很低，桥也关了」[@a]，又说“河水很低” [@b]。',
      '河水很低，桥也关了 <- a',
      '河水很低 <- b',
    );
    check('彼は『橋は閉まっていた』と言った [@a]。', '橋は閉まっていた <- a');
  });
  it('are read as TeX has them', () => {
    check("He wrote ``the dogs' old river bed'' [@a].", "the dogs' old river bed <- a");
    check("''the old river bed'' [@a]", 'the old river bed <- a');
    check(
      ",,das alte Flussbett'' [@a] und ,,die Brücke ist zu\" [@b]",
      'das alte Flussbett <- a',
      'die Brücke ist zu <- b',
    );
    check("The shelf is 5''' wide, `code` and ``more code`` say [@a].");
  });
  it('may have white space on both sides', () => {
    check('" the old river bed " [@a]', 'the old river bed <- a');
    check('“ the old river bed of 1904 ” [@a]', 'the old river bed of 1904 <- a');
    check(
      '"the old river bed " [@a] and "the bridge is closed" [@b]',
      'the old river bed <- a',
      'the bridge is closed <- b',
    );
    check('A pipe of 6 " and "the old river bed" [@a].', 'the old river bed <- a');
  });
  it('close behind a year as well, where a citation follows', () => {
    check('A 6" nail: "the old bridge of 1904" [@a], and a 9" one.', 'the old bridge of 1904 <- a');
  });
  it('are read where straight ones stand without spaces around', () => {
    check('他说"河水很低，桥也关了"然后走了 [@a]。', '河水很低，桥也关了 <- a');
  });
  it('count once where they are nested', () => {
    check('"She wrote ‘the bridge is closed’ twice" [@a]', 'She wrote ‘the bridge is closed’ twice <- a');
    check('\'She wrote "the bridge is closed" twice\' [@a]', 'She wrote "the bridge is closed" twice <- a');
    check('„Sie schrieb ‚die Brücke ist zu‘ auf“ [@a]', 'Sie schrieb ‚die Brücke ist zu‘ auf <- a');
  });
  it('may be mixed, straight and curly', () => {
    check(
      '“the old river bed" [@a] and "the old river bed” [@b]',
      'the old river bed <- a',
      'the old river bed <- b',
    );
  });
  it('may be escaped, entities, or stand in emphasis', () => {
    check('\\"the old river bed\\" [@a]', 'the old river bed <- a');
    check(
      '&ldquo;the old river bed&rdquo; [@a] &quot;the old bridge&quot; [@b]',
      'the old river bed <- a',
      'the old bridge <- b',
    );
    check(
      '*"the old river bed"* [@a] and "**the old** bridge" [@b]',
      'the old river bed <- a',
      'the old bridge <- b',
    );
  });

  it('are no apostrophes, possessives or decades', () => {
    check("The dog's bowl isn't the cats' bowl; it's o'clock in the '90s, rock 'n' roll [@a].");
    check('The dog’s bowl isn’t the cats’ bowl in the ’90s [@a].');
    check(
      "'The dogs' tails are long' [@a] and 'the cats' and 'the birds' [@b]",
      "The dogs' tails are long <- a",
      'the birds <- b',
    );
    check('‘In the ’90s the town grew.’ [@a]', 'In the ’90s the town grew. <- a');
    check("He called it 'the end of the '90s' [@a].", "the end of the '90s <- a");
  });
  it('are no names from Arabic with ayn and hamza', () => {
    check('In Sana‘a the ‘ulama’ met ‘Abd al-Rahman, and the emirs’ men read the Qur’an [@a].');
  });
  it('are no inch and foot marks', () => {
    check('A 6" pipe behind a 5\' wall, 5\'10" high [@a].');
    check('"the pipe is 6" wide" [@a]', 'the pipe is 6" wide <- a');
    check('A 6" pipe is "the old river bed" [@a]', 'the old river bed <- a');
    check("At 52°30'N 13°24'E and 5′ 10″ [@a].");
  });
  it('are no gershayim', () => {
    check('צה"ל ומנכ״ל [@a]');
    check('צה"ל אמר ו"הגשר היה סגור" [@a]', 'הגשר היה סגור <- a');
    check('قال و"الجسر مغلق اليوم" [@a]', 'الجسر مغلق اليوم <- a');
  });
  it('quote nothing where one is missing', () => {
    check('"the old river bed [@a]');
    check('the old river bed" [@a]');
    check('"the old river\n\nbed" [@a]');
    check('"open, and then “the old river bed” [@a]', 'the old river bed <- a');
  });
  it('are none in code, addresses and titles of links', () => {
    check(
      '`"the old river bed"` [@a] [x](http://example.org "the old river bed") <http://example.org/"a"b"c">',
    );
  });
  it('pair inside a citation only with each other', () => {
    check('Words [@a, p. 4: "the old river bed"] more.', 'the old river bed <- a 4');
    check('It is "the old [see "x" @a] bridge" [@b].', 'the old (see "x") bridge <- a');
  });
});
