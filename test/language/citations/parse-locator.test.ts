import assert from 'node:assert/strict';
import { parseLocator } from '../../../src/language/citations/parse-locator';

/** `label value | rest of the suffix` */
function locate(suffix: string): string {
  const found = parseLocator(suffix);
  if (!found) return `| ${suffix}`;
  return `${found.label}${found.label === 'none' ? '' : ` ${found.value}`} |${suffix.slice(found.end)}`;
}

const check = (suffix: string, expected: string): void => {
  assert.equal(locate(suffix), expected);
};

describe('reading locators', () => {
  it('knows every English term, its plural and its short form', () => {
    const terms: Record<string, string> = {
      book: 'book books bk. bks.',
      chapter: 'chapter chapters chap. chaps.',
      column: 'column columns col. cols.',
      figure: 'figure figures fig. figs.',
      folio: 'folio folios fol. fols.',
      issue: 'number numbers no. nos.',
      line: 'line lines l. ll.',
      note: 'note notes n. nn.',
      opus: 'opus op. opp.',
      page: 'page pages p. pp.',
      paragraph: 'paragraph paragraphs para. paras. ¶ ¶¶',
      part: 'part parts pt. pts.',
      section: 'section sections sec. secs. § §§',
      'sub-verbo': 's.v. s.vv.',
      verse: 'verse verses v. vv.',
      volume: 'volume volumes vol. vols.',
    };
    for (const [label, list] of Object.entries(terms)) {
      for (const term of list.split(' ')) check(`, ${term} 12`, `${label} 12 |`);
    }
    check(', sub verbo 12', 'sub-verbo 12 |');
  });
  it('takes a term in any case, and right before its number', () => {
    check(', Para. 4', 'paragraph 4 |');
    check(', P.3', 'page 3 |');
    check(', §4', 'section 4 |');
  });
  it('takes a page where no term stands', () => {
    check(', 33', 'page 33 |');
    check(' 33-35, 38', 'page 33-35, 38 |');
    check(', 33–35', 'page 33–35 |');
    check(', 33--35', 'page 33--35 |');
    check(', 12:34', 'page 12:34 |');
  });
  it('knows no term without its stop and none of other languages', () => {
    check(', para 4', '| , para 4');
    check(', par. 4', '| , par. 4');
    check(', S. 4', '| , S. 4');
  });
  it('takes roman numerals behind a term only', () => {
    check(', p. xiv', 'page xiv |');
    check(', xiv', '| , xiv');
    check(', chap. IV-VI', 'chapter IV-VI |');
  });
  it('takes numbers in brackets and with letters', () => {
    check(', p. 34(1)(i)', 'page 34(1)(i) |');
    check(', p. [17]-[18]', 'page [17]-[18] |');
    check(', sec. 1.2.3', 'section 1.2.3 |');
    check(', p. 123A, C22', 'page 123A, C22 |');
  });
  it('leaves what is no number to the suffix', () => {
    check(', pp. 33-35 and passim', 'page 33-35 | and passim');
    check(', p. 3, emphasis added', 'page 3 |, emphasis added');
    check(', p. 3.', 'page 3 |.');
    check(', vol. 2, p. 3', 'volume 2 |, p. 3');
    check(', emphasis added', '| , emphasis added');
    check('', '| ');
  });
  it('takes whatever stands in braces', () => {
    check(', {pp. iv, vi-xi, (xv)-(xvii)} with suffix', 'page iv, vi-xi, (xv)-(xvii) | with suffix');
    check('{ii, A, D-Z}, with suffix', 'page ii, A, D-Z |, with suffix');
    check(', {s.v. river bed}', 'sub-verbo river bed |');
  });
  it('takes none behind empty braces', () => {
    check('{}, 99 years later', 'none |, 99 years later');
  });
  it('loses nothing where braces stay open', () => {
    check(', {p. 3', '| , {p. 3');
    check(', {p.}', '| , {p.}');
  });
});
