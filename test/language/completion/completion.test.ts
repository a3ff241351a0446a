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
