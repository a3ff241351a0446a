import assert from 'node:assert/strict';
import { ActorView } from '../../../src/language/actor-view';
import { draftHover } from '../../../src/language/hover/hover';
import { parseDraft } from '../../../src/language/parse-draft';
import { corpusOf } from '../../support/corpus-of';

const corpus = corpusOf({
  'letter.txt': 'Joseph Hamdy wrote.\n\nYusuf el-Hamdy wrote, and Joseph Hamdy again.',
  'actors.yaml':
    'actors:\n  - {id: hamdi, schema: Person, name: Yusuf al-Hamdi, alias: [Joseph Hamdy, "<b>Joe</b>"], position: engineer}\n',
});

/** The card at the mark `|`. */
function card(marked: string): string {
  const context = { corpus, actors: new ActorView(corpus), linkTo: () => 'file:///x', isIndexing: false };
  const draft = parseDraft(marked.replace('|', ''));
  return (draftHover(context, draft, marked.indexOf('|'))?.markdown ?? '').replaceAll('\\', '');
}

describe('hovering a name', () => {
  it('tells how each source spells it and how often, the usual spelling first', () => {
    assert.match(card('Yusuf al-Ha|mdi came.'), /- letter: 3 × \*Joseph Hamdy\* \(2\), \*Yusuf el-Hamdy\*/);
  });

  it('tells why a spelling that no record has is taken for the name', () => {
    assert.match(card('Yousef al-Ha|mdi came.'), /Found as a spelling of Yusuf al-Hamdi: .+\./);
    assert.doesNotMatch(card('Joseph Ha|mdy came.'), /Found as/);
  });
});
