import assert from 'node:assert/strict';
import { complete } from '../../../src/language/completion/completion';
import { ActorView } from '../../../src/language/actor-view';
import { parseDraft } from '../../../src/language/parse-draft';
import { corpusOf } from '../../support/corpus-of';

const corpus = corpusOf({
  'wall.txt':
    'The wall was not built to last.\n\nThe council met twice in June.\n\nSand lay before the wall.',
  'tide.txt': 'The tide rose.',
  'sources.yaml':
    'references:\n  - {id: verne2014, file: wall.txt, title: A Wall Too Low, author: [{family: Verne, given: Ada}]}\n  - {id: horn2019, file: tide.txt, title: Low Tide, author: [{literal: Harbour Office}]}\n',
  'actors.yaml':
    'actors:\n  - {id: hamdi, schema: Person, name: Yusuf al-Hamdi, alias: [Joseph Hamdy], position: engineer}\n  - {id: office, schema: PublicBody, name: Harbour Office}\n',
});
const context = { corpus, actors: new ActorView(corpus) };

/** Completes at the mark `|` of a draft: labels, and the draft with the first one taken. */
function completed(marked: string): { labels: string[]; taken: string | undefined } {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const { items } = complete(context, parseDraft(text), offset);
  const [first] = items;
  return {
    labels: items.map(({ label }) => label),
    taken: first && text.slice(0, first.replace.start) + first.newText + text.slice(first.replace.end),
  };
}

describe('completing a key', () => {
  for (const [marked, taken] of [
    ['See [@|]', 'See [@horn2019]'],
    ['See [see @a; -@ver|]', undefined],
    ['@|', '@horn2019'],
    ['See [@too low|]', 'See [@verne2014]'],
    ['See [@ada ver|]', 'See [@verne2014]'],
  ] as const) {
    it(`offers keys in ${marked}`, () => {
      const { labels, taken: first } = completed(marked);
      assert.ok(labels.length > 0);
      if (taken) assert.equal(first, taken);
    });
  }

  for (const marked of ['mail me@|', '`[@|`', '---\ntitle: "@|"\n---\n', '<!-- [@| -->']) {
    it(`offers none in ${JSON.stringify(marked)}`, () => {
      assert.deepEqual(completed(marked).labels, []);
    });
  }
});

describe('completing a key of very many', () => {
  const name = (at: number) => `n${String(at).padStart(4, '0')}`;
  const many = corpusOf(
    Object.fromEntries(
      Array.from({ length: 500 }, (_, at) => [
        `${name(at)}.md`,
        `---\nkey: ${name(at)}\ntitle: ${at === 470 ? 'A Wall Too Low' : `Report ${at}`}\n---\n\nThe tide rose.\n`,
      ]),
    ),
  );
  const offered = (typed: string) => {
    const text = `[@${typed}]`;
    const { items, incomplete } = complete(
      { corpus: many, actors: new ActorView(many) },
      parseDraft(text),
      text.length - 1,
    );
    return { labels: items.map(({ label }) => label), incomplete };
  };

  it('offers some, and others with each letter that is typed', () => {
    assert.deepEqual([offered('').labels.length, offered('').incomplete], [200, true]);
    const expected = Array.from({ length: 100 }, (_, at) => name(300 + at));
    assert.deepEqual(offered('n03').labels.slice(0, 100), expected);
  });

  it('finds each by its key, a word of its title, or letters of them in their order', () => {
    for (const typed of ['n0470', 'wall', 'low', 'wLw'])
      assert.equal(offered(typed).labels[0], 'n0470', typed);
    assert.deepEqual(offered('zebra').labels, []);
  });

  it('finds words of a title among all', () => {
    assert.deepEqual(offered('too low').labels, ['n0470']);
  });
});

describe('completing a paragraph', () => {
  for (const [marked, labels] of [
    ['[@verne2014, |]', ['para. 1', 'para. 2', 'para. 3']],
    ['[@verne2014, pa|]', ['para. 1', 'para. 2', 'para. 3']],
    ['[@verne2014, 2|]', ['para. 1', 'para. 2', 'para. 3']],
    ['@verne2014 [|]', ['para. 1', 'para. 2', 'para. 3']],
    ['[@verne2014, council jun|]', ['para. 2']],
    ['[@verne2014, para. sand|]', ['para. 3']],
  ] as const) {
    it(`offers ${labels.join(', ')} in ${marked}`, () => {
      assert.deepEqual(completed(marked).labels, labels);
    });
  }

  it('offers none for a key that is not known, or outside of a bracket', () => {
    assert.deepEqual(completed('[@nobody, |]').labels, []);
    assert.deepEqual(completed('@verne2014, |').labels, []);
  });
});

describe('completing an actor', () => {
  for (const [marked, taken] of [
    ['Then Ham|', 'Then Yusuf al-Hamdi'],
    ['Then Joseph Ha|', 'Then Yusuf al-Hamdi'],
    ['the harbour off|', 'the Harbour Office'],
  ] as const) {
    it(`turns "${marked}" into "${taken}"`, () => {
      assert.equal(completed(marked).taken, taken);
    });
  }

  for (const marked of [
    '`Ham|`',
    '    Ham|\n',
    '---\ntitle: Ham|\n---\n',
    '[@ham|]',
    '[text](Ham|)',
    'a H|',
  ]) {
    it(`offers none in ${JSON.stringify(marked)}`, () => {
      assert.ok(!completed(marked).labels.includes('Yusuf al-Hamdi'));
    });
  }
});

describe('completing an actor in prose and in a quotation', () => {
  const named = corpusOf({
    'letter.txt':
      'Joseph Hamdy wrote twice.\n\nJoseph Hamdy, or Yusuf el-Hamdy, wrote again.\n\nNobody answered.',
    'tide.txt': 'The tide rose.',
    'sources.yaml':
      'references:\n  - {id: letter, file: letter.txt, issued: 2014, author: [{family: Horn}]}\n',
    'actors.yaml':
      'actors:\n  - {id: hamdi, schema: Person, name: Yusuf al-Hamdi, alias: [Joseph Hamdy], weakAlias: [al-Hamdi, Hamdi], position: engineer}\n',
  });
  const offered = (marked: string) => {
    const offset = marked.indexOf('|');
    const draft = parseDraft(marked.replace('|', ''));
    return complete({ corpus: named, actors: new ActorView(named) }, draft, offset).items.map(
      ({ newText, detail }) => `${newText} (${detail ?? ''})`,
    );
  };

  it('offers the house spelling in prose', () => {
    assert.deepEqual(offered('Then Hamd|'), ['Yusuf al-Hamdi (engineer)']);
  });

  it('offers the surname too where the draft has named the person in full before', () => {
    assert.deepEqual(offered('Yusuf al-Hamdi came. Then al-Ha|'), [
      'Yusuf al-Hamdi (engineer)',
      'al-Hamdi (Yusuf al-Hamdi)',
    ]);
    assert.deepEqual(offered('Then al-Ha| came, Yusuf al-Hamdi.'), ['Yusuf al-Hamdi (engineer)']);
  });

  it('offers the spellings of the cited source in a quotation, the usual one first', () => {
    assert.deepEqual(offered('“Then Hamd| wrote” [@letter].'), [
      'Joseph Hamdy (as in Horn 2014)',
      'Yusuf el-Hamdy (as in Horn 2014)',
    ]);
    assert.deepEqual(offered('> Then Hamd|\n>\n> [@letter, para. 1]')[0], 'Joseph Hamdy (as in Horn 2014)');
  });

  it('offers the house spelling where the cited source does not name the actor, or none is cited', () => {
    assert.deepEqual(offered('“Then Hamd| wrote” [@tide].'), ['Yusuf al-Hamdi (engineer)']);
    assert.deepEqual(offered('“Then Hamd| wrote” to us.'), ['Yusuf al-Hamdi (engineer)']);
  });
});
