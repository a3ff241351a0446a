import { writeLock } from '#corpus-index';
import { reviewOfAll } from './reviewed';
import { lockOf, lockWords, sourceOf } from './lock-of';
import { makePdf, pdfPage } from './make-pdf';

/** Words that each format must write as words: markup, commands, links, controls, halves of characters. */
export const HOSTILE =
  '<b onclick="x">&amp; ]]> 100% ::error::, a:b [link](http://x.test/) \u001b[31m\u0007 \u{1F30A} \u202Eright';

const LOCKED_BEFORE =
  'The mill ground corn for the town.\n\nThe miller slept in the loft.\n\nThe river froze in January and stayed so.\n';

/** What three quotations were locked to before their source changed; a merge has left a mark in it. */
const BROKEN_LOCK = `${writeLock(
  lockOf(
    ...['The mill ground corn', 'The miller slept in the loft', 'The river froze in January'].map((words) =>
      lockWords(sourceOf(LOCKED_BEFORE, 'sources/mill.txt'), words, 'drafts/locked.md'),
    ),
  ),
)}<<<<<<< HEAD\n`;

const WALL =
  'The wall was not built to last, reportedly. Everybody knew that.\n\nThe council met twice in June.\n\nEverybody knew that.\n';

const REVIEWED = [1, 2, 3, 1].map((n) => `They knew ${n} [@wall, para. ${n}].`).join('\n\n');

/** Decisions on the first three; the third was made when the draft said something else. */
const REVIEWS = reviewOfAll({ 'wall.txt': WALL }, REVIEWED.replace('knew 3', 'never knew 3'), [
  { decision: 'rejected', note: HOSTILE },
  { decision: 'queried', note: 'Did they?' },
  { decision: 'accepted' },
]);

/** One page can be read, and one says that it is packed, and is not. */
const HALF_A_PDF = makePdf(
  ['The first', 'The second'].map((page) => pdfPage([[`${page} page tells of the wall, line by line.`]])),
)
  .toString('latin1')
  .replace(/<< \/Length(?=[^]*<< \/Length)/, '<< /Filter /FlateDecode /Length');

/** A folder with at least one problem of each kind that `check` can find. */
export const EVERY_PROBLEM: Readonly<Record<string, string>> = {
  'sources/wall.txt': WALL,
  'sources/tide.md':
    '---\ncitekey: tide\ntitle: The Tide\n---\n\nThe tide rose on Sunday and did not fall.\n\nNobody came.\n',
  'sources/tide2.md': '---\ncitekey: tide\n---\n\nAnother tide.\n',
  'sources/mill.txt':
    'Somebody put this in front.\n\nThe mill ground corn for the town.\n\nThe miller slept in the barn.\n',
  '.sourcewright/anchors.json': BROKEN_LOCK,
  'drafts/locked.md': [
    'It says “The mill ground corn” [@mill, para. 1].',
    'And “The miller slept in the loft” [@mill].',
    'And “The river froze in January” [@mill].',
    'See [@mill, par. 1], and [@book, p. 12].',
    'It says "The mill never stopped [@mill].',
  ].join('\n\n'),
  'sources/half.pdf': HALF_A_PDF,
  'sources/struck.html':
    '<article><p>The keeper of the quay wrote <del>little</del> much in the winter of that long year.</p></article>',
  'sources/empty.txt': '\u0000\u0000\u0000',
  'sources/scan.rtf': '{\\rtf1 nothing that can be read yet',
  'sources.yaml': [
    'references:',
    '  - id: wall',
    '    file: sources/wall.txt',
    '  - id: book',
    '    title: A Book',
    '  - id: scan',
    '    file: sources/scan.rtf',
    '  - id: gone',
    '    file: sources/gone.txt',
    '  - id: gone',
    '    title: Twice',
    '  - id: odd',
    '    title: [not, a, text]',
  ].join('\n'),
  'actors.yaml': [
    'actors:',
    '  - id: a',
    '    schema: Person',
    '    name: Ada Verne',
    '    alias: [Council, X]',
    '  - id: b',
    '    schema: Organization',
    '    name: Borough Council',
    '    alias: [Council]',
    '    memberOf: [c]',
    '  - id: c',
    '    schema: Organization',
    '    name: County',
    '    memberOf: [b]',
    '  - id: nuri',
    '    schema: Person',
    '    name: Karim al-Nuri',
    '  - id: [broken',
  ].join('\n'),
  'drafts/bad.md': [
    'She wrote “The wall was built to last” [@wall, para. 1].',
    'Also “The council met twice in June” [@wall, para. 1], on the same line “words that stand nowhere at all in them” [@wall].',
    'See [@nobody] and [@wall, para. 9].',
    'He said “Everybody knew that” [@wall].',
    'The book says “words that we do not have here” [@book], and the scan “words that nobody can read” [@scan].',
    'As “everybody here always says so” goes.',
    'It was “not built to last … Everybody knew that” [@wall].',
    `> ${HOSTILE} stands nowhere\n> in any of the sources. [@wall]`,
    'She wrote “The wall was built to last” [@wall, para. 1].',
  ].join('\n\n'),
  'drafts/good.md':
    'Verne wrote: “The council met twice in June” [@wall, para. 2].\n\n> The tide rose on Sunday and did not fall. [@tide, para. 1]\n',
  'drafts/names.md': 'Karim al-Nuri came. Later Kareem al-Nouri went.\n',
  'drafts/empty.md': '',
  'drafts/reviewed.md': REVIEWED,
  '.sourcewright/reviews/drafts/reviewed.md.yaml': REVIEWS,
  '.sourcewright/reviews/drafts/bad.md.yaml': '<<<<<<< HEAD\n',
};
