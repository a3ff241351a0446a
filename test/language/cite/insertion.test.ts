import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Corpus, isAccepted, splitMarkdown, splitText } from '#corpus-index';
import { insertionEdits, type Insertion } from '../../../src/language/cite/insertion';
import { sentencesOf } from '../../../src/language/cite/sentences';
import { judgeDraft } from '../../../src/language/judge-draft';
import { parseDraft } from '../../../src/language/parse-draft';

const TEXT = [
  'The wall was “not built to last,” she said. Everybody — all of them — knew. Nobody [of the council] spoke… It’s *not* as_if @anyone <asked> & waited.',
  'The report, “written in haste,\nwas never published. It cost $5 million.',
  '1998 was a bad year: sand_bags; 3 < 4 [see note] and `so on`.',
  '“No,” he said. “Never.” \\Then he left | for good.',
].join('\n\n');
const MARKDOWN =
  '# Tide\n\nThe *tide* rose on [Sunday](https://example.org) & did **not** fall.\n\n- It cost \\$5.\n';

const corpus = new Corpus();
corpus.put({ path: 'wall.txt', format: 'text', text: TEXT, reading: { text: TEXT }, ...splitText(TEXT) });
corpus.put({ path: 'tide.md', format: 'markdown', text: MARKDOWN, ...splitMarkdown(MARKDOWN) });
const wall = corpus.source('wall')!;

/** Inserts at the mark `|` and gives the draft with the cursor marked by `|`. */
function insert(marked: string, wanted: Partial<Insertion> = {}): string {
  const at = marked.indexOf('|');
  const made = insertionEdits(corpus, marked.replace('|', ''), {
    source: wall,
    quoted: [wall.passages[2]!],
    form: 'block',
    reference: 'bracket',
    at: { start: at, end: at },
    ...wanted,
  });
  return made ? `${made.text.slice(0, made.cursor)}|${made.text.slice(made.cursor)}` : 'refused';
}

const sentences = sentencesOf(TEXT, wall.passages[0]!);

describe('inserting a citation', () => {
  it('quotes a whole passage, markup escaped, and puts the cursor behind the reference', () => {
    assert.equal(
      insert('|'),
      '> 1998 was a bad year: sand_bags; 3 < 4 [see note] and \\`so on\\`. [@wall, para. 3]|\n',
    );
  });

  it('marks what is left out between chosen sentences', () => {
    assert.equal(
      insert('Intro.|\n', { quoted: [sentences[0]!, sentences[2]!] }),
      'Intro.\n\n> The wall was “not built to last,” she said. […] Nobody [of the council] spoke… It’s \\*not\\* as_if \\@anyone \\<asked> & waited. [@wall, para. 1]|\n',
    );
  });

  it('quotes in the running text with single marks inside', () => {
    assert.equal(
      insert('She said| and left.', { form: 'inline', quoted: [sentences[0]!] }),
      'She said “The wall was ‘not built to last,’ she said.” [@wall, para. 1]| and left.',
    );
  });

  it('uses straight marks where the draft does', () => {
    assert.equal(
      insert('A "straight" draft: |', { form: 'inline', quoted: [sentences[0]!] }),
      'A "straight" draft: "The wall was \'not built to last,\' she said." [@wall, para. 1]|',
    );
  });

  it('puts the reference into a footnote with the next free number', () => {
    assert.equal(
      insert('One.[^1]\n\nTwo: |\n\n[^1]: Note.\n', {
        form: 'inline',
        reference: 'footnote',
        quoted: [sentences[1]!],
      }),
      'One.[^1]\n\nTwo: “Everybody — all of them — knew.”[^2]|\n\n[^1]: Note.\n[^2]: [@wall, para. 1].\n',
    );
  });

  it('keeps to brackets inside a footnote', () => {
    assert.match(
      insert('One.[^1]\n\n[^1]: Note|\n', { form: 'inline', reference: 'footnote' }),
      /\[@wall, para\. 3\]\|/,
    );
  });

  it('inserts the reference alone', () => {
    assert.equal(insert('So it was|.', { form: 'reference' }), 'So it was [@wall, para. 3]|.');
  });

  it('keeps the row of a table in one line', () => {
    const table = '| a | b |\n|---|---|\n| |x | y |\n';
    const at = table.lastIndexOf('|x');
    const made = insertionEdits(corpus, table.replace('|x', 'x'), {
      source: wall,
      quoted: [wall.passages[3]!],
      form: 'block',
      reference: 'bracket',
      at: { start: at, end: at },
    });
    assert.match(
      made?.text ?? '',
      /^\| “‘No,’ he said\. ‘Never\.’ \\Then he left \\\| for good\.” \[@wall, para\. 4\] x \| y \|$/m,
    );
  });

  it('leaves selected words as they are and comes behind them', () => {
    const draft = 'They all knew it.\n';
    const made = insertionEdits(corpus, draft, {
      source: wall,
      quoted: [sentences[1]!],
      form: 'block',
      reference: 'bracket',
      at: { start: 0, end: 13 },
    });
    assert.ok(made?.text.startsWith(draft.trimEnd()));
  });

  it('quotes a Markdown source as its reader sees it', () => {
    const tide = corpus.source('tide')!;
    assert.equal(
      insert('|', { source: tide, quoted: [tide.passages[0]!] }),
      '> The tide rose on Sunday & did not fall. [@tide, para. 1]|\n',
    );
  });
});

describe('an insertion is refused', () => {
  it('where it would make a word of another quotation', () => {
    assert.equal(insert('> Everybody| knew. [@wall]\n', { form: 'inline' }), 'refused');
  });
  it('where another quotation would come to another source', () => {
    assert.equal(
      insert('They said “The tide rose on Sunday” in May| and left [@tide].', {
        form: 'inline',
        quoted: [sentences[1]!],
      }),
      'refused',
    );
  });
});

describe('what is inserted', () => {
  const place = fc.constantFrom(
    '|',
    'One.|',
    'One.\n|\nTwo.',
    '- One|\n- Two',
    '1. One\n   - Two|',
    '> One|\n\nTwo',
    'A.[^1]\n\n[^1]: Note|',
    '| a | b |\n|---|---|\n| c| | d |',
    'One “two” | three.',
    'He said "x": |',
    '# Title|\n',
    'Text\r\n|\r\nmore',
  );
  const stretch = fc
    .tuple(fc.nat(3), fc.nat(), fc.nat(), fc.boolean())
    .map(([passage, from, length, gap]) => {
      const found = sentencesOf(TEXT, wall.passages[passage]!);
      const first = from % found.length;
      const chosen = found.slice(first, first + 1 + (length % found.length));
      return gap ? chosen.filter((_, at) => at % 2 === 0) : chosen;
    });

  it('is always accepted, wherever it is inserted and in whatever form', function () {
    this.timeout(240_000);
    fc.assert(
      fc.property(
        place,
        stretch,
        fc.constantFrom('block' as const, 'inline' as const),
        fc.constantFrom('bracket' as const, 'footnote' as const),
        (marked, quoted, form, reference) => {
          const at = marked.lastIndexOf('|', marked.includes('---') ? marked.indexOf(' | d') - 1 : undefined);
          const draft = marked.slice(0, at) + marked.slice(at + 1);
          const made = insertionEdits(corpus, draft, {
            source: wall,
            quoted,
            form,
            reference,
            at: { start: at, end: at },
          });
          // Words put into the running text of a block quote would become words of that quotation.
          if (!made && form === 'inline' && marked.startsWith('>')) return;
          assert.ok(made, `refused in ${JSON.stringify(marked)}`);
          const { quotations, citations } = judgeDraft(corpus, parseDraft(made.text));
          const cited = quotations.filter(({ quotation }) => quotation.citations.length > 0);
          assert.ok(
            cited.length > 0 && cited.every(({ judgement }) => isAccepted(judgement.verdict)),
            made.text,
          );
          assert.ok(citations.every(({ resolved }) => resolved));
        },
      ),
      { numRuns: 10_000 },
    );
  });
});
