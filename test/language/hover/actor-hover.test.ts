import assert from 'node:assert/strict';
import { ActorView } from '../../../src/language/actor-view';
import { sourceHover } from '../../../src/language/hover/hover';
import { corpusOf } from '../../support/corpus-of';

const harbour = corpusOf({
  'harbour.txt': 'Karim al-Nuri kept the harbour.',
  'actors.yaml': `actors:
  - id: karim
    schema: Person
    name: Karim al-Nuri
    country: iq
    position: harbour master
  - id: hamid
    schema: Person
    name: Hamid al-Nuri
    weakAlias: [al-Nuri]
    country: iq
  - id: salim
    schema: Person
    name: Salim al-Nuri
    weakAlias: [al-Nuri]
    country: iq
  - id: works
    schema: PublicBody
    name: Ministry of Harbour Works
`,
});

/** The last lines of the card at the mark `|` of a text, and the whole card. */
function hover(
  marked: string,
  corpus = harbour,
): { readonly why: string | undefined; readonly card: string } {
  const context = { corpus, actors: new ActorView(corpus), linkTo: () => 'x', isIndexing: false };
  const shown = sourceHover(context, marked.replace('|', ''), marked.indexOf('|'))?.markdown ?? '';
  const card = shown.replaceAll('\\-', '-');
  return { why: /\*(Matched as .*|A short name.*)\*$/.exec(card)?.[1], card };
}

const why = (marked: string) => hover(marked).why;

describe('hovering a name', () => {
  it('says nothing of how it matched where the record has the very words', () => {
    assert.equal(why('They saw Karim |al-Nuri.'), undefined);
    assert.match(hover('They saw Karim |al-Nuri.').card, /^\*\*Karim al-Nuri\*\* · Person\n\nharbour master/);
  });

  it('says by which rules a spelling was made', () => {
    assert.equal(
      why('They saw Kareem |al-Noori.'),
      'Matched as a spelling of Karim al-Nuri: ee for i, oo for u.',
    );
  });

  it('says which form of a name it is', () => {
    assert.equal(why('Al-Nuri, |Karim'), 'Matched as a form of Karim al-Nuri: family name first.');
    assert.equal(
      why('Hamid al-Nuri came. H. |al-Nuri left.'),
      'Matched as a form of Hamid al-Nuri: initial and family name.',
    );
  });

  it('says which body initials are of', () => {
    assert.equal(
      why('The Ministry of Harbour Works agreed. The M|HW paid.'),
      'Matched as a form of Ministry of Harbour Works: its initials.',
    );
  });

  it('says that a short name counts for the full one', () => {
    assert.equal(
      why('Hamid al-Nuri came. Then |al-Nuri left.'),
      'A short name: counted because the text gives the full one.',
    );
  });

  it('says what the text itself states', () => {
    assert.equal(
      why('The Ministry of Harbour Works (MHW) agreed. The M|HW paid.'),
      'Matched as short for Ministry of Harbour Works, as this text says.',
    );
  });

  it('shows all whom a name can mean', () => {
    const { card } = hover('Hamid al-Nuri and Salim al-Nuri came. Then |al-Nuri left.');
    assert.match(card, /^This name can mean any of these:/);
    assert.ok(card.includes('**Salim al-Nuri**') && card.includes('**Hamid al-Nuri**'), card);
    assert.ok(card.indexOf('**Salim al-Nuri**') < card.indexOf('**Hamid al-Nuri**'), 'the last named first');
  });

  it('shows what a source writes as text, not as markup', () => {
    const spelled = why('They saw Kareem\n|al-Noori.');
    assert.equal(spelled, 'Matched as a spelling of Karim al-Nuri: ee for i, oo for u.');
  });

  it('tells how each source spells it and how often, the usual spelling first', () => {
    const spellings = corpusOf({
      'letter.txt': 'Joseph Hamdy wrote.\n\nYusuf el-Hamdy wrote, and Joseph Hamdy again.',
      'actors.yaml':
        'actors:\n  - {id: hamdi, schema: Person, name: Yusuf al-Hamdi, alias: [Joseph Hamdy, "<b>Joe</b>"]}\n',
    });
    const { card } = hover('Yusuf |al-Hamdi came.', spellings);
    assert.match(card, /- letter: 3 × \\?\*Joseph Hamdy\\?\* \(2\), \\?\*Yusuf el-Hamdy/);
  });
});
