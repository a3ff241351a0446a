import assert from 'node:assert/strict';
import {
  buildMatcher,
  discoverNames,
  findMentions,
  readActors,
  sourceNames,
  surveyNames,
  type DiscoveredName,
} from '#corpus-index';

/** What is discovered in sources, given by their text: one passage a paragraph. */
function discover(texts: readonly string[], actorsYaml = ''): readonly DiscoveredName[] {
  const registry = readActors(actorsYaml);
  const matcher = buildMatcher(registry.actors);
  const sources = texts.map((text, at) => {
    const passages = [...text.matchAll(/[^\n]+(?:\n[^\n]+)*/g)].map(({ 0: words, index }) => ({
      start: index,
      end: index + words.length,
    }));
    return sourceNames({
      source: `s${at + 1}`,
      survey: surveyNames(text, passages),
      claims: findMentions(matcher, text),
    });
  });
  return discoverNames(sources, registry);
}
const namesIn = (text: string, actorsYaml?: string) => discover([text], actorsYaml).map(({ name }) => name);
const find = (names: readonly DiscoveredName[], wanted: string) => {
  const found = names.find(({ name }) => name === wanted);
  assert.ok(found, `${wanted} is not among ${names.map(({ name }) => name).join('; ')}`);
  return found;
};
const forms = ({ variants }: DiscoveredName) => variants.map(({ text }) => text).sort();

const HAMDI = 'actors:\n  - id: hamdi\n    schema: Person\n    name: Yusuf al-Hamdi\n    country: lb\n';

describe('discovering names', () => {
  it('takes runs of capitals with the particles of personal names', () => {
    assert.deepEqual(namesIn('They met Karim bin Nuri and Jan van der Berg, then Omar al-Fahd.').sort(), [
      'Jan van der Berg',
      'Karim bin Nuri',
      'Omar al-Fahd',
    ]);
  });

  it('leaves titles, nationalities and openings of sentences out of a name', () => {
    const [general] = discover([
      'the rope broke. Meanwhile the Iranian General Karim Nuri left. Yesterday Ada Verne came, as nobody meanwhile knew. It was yesterday.',
    ]);
    assert.deepEqual(
      [general?.name, general?.schema, general?.reason],
      ['Karim Nuri', 'Person', '“General” stands before it'],
    );
    assert.deepEqual(namesIn('Rope was short. Nobody had rope. The nobody left.'), []);
  });

  it('tells by another place in the corpus whether the first word of a sentence is a name', () => {
    const names = discover(['Harbours rust. Quillon rusts.', 'old harbours, said Quillon']).map(
      ({ name }) => name,
    );
    assert.deepEqual(names, ['Quillon']);
  });

  it('passes over months, nationalities, headings and capitals throughout', () => {
    assert.deepEqual(
      namesIn(
        'In June and on Monday the Iranians left.\n\nTHE COUNCIL OF PELLHAVEN MEETS\n\nSeven Ways Towards Better Harbours Under Siege',
      ),
      [],
    );
  });

  it('counts the spellings of a name, and the surname of a person named in full, as one', () => {
    const nuri = find(
      discover([
        'We met Karim al-Nuri. Then Kareem an-Noori left.',
        'He saw Karim al-Nuri, and al-Nuri saw him.',
      ]),
      'Karim al-Nuri',
    );
    assert.deepEqual(forms(nuri), ['Kareem an-Noori', 'Karim al-Nuri', 'al-Nuri']);
    assert.deepEqual(
      [nuri.count, nuri.sources],
      [
        4,
        [
          { source: 's1', count: 2 },
          { source: 's2', count: 2 },
        ],
      ],
    );
  });

  it('leaves a surname alone that two people bear', () => {
    const names = discover(['He saw Karim Deller and Ada Deller, and then Deller left.']);
    assert.deepEqual(forms(find(names, 'Deller')), ['Deller']);
  });

  it('joins what a text states to be one: abbreviations and other names', () => {
    const names = discover([
      'the Ministry of Harbours and Trade (MHT) said so. Later the MHT left. They met Karim Nuri, also known as Abu Salim.',
    ]);
    const ministry = find(names, 'Ministry of Harbours and Trade');
    assert.deepEqual(
      [forms(ministry), ministry.schema],
      [['MHT', 'Ministry of Harbours and Trade'], 'PublicBody'],
    );
    assert.deepEqual(forms(names.find((name) => forms(name).includes('Karim Nuri'))!), [
      'Abu Salim',
      'Karim Nuri',
    ]);
  });

  it('guesses bodies by their words, states by their names, places by what stands before', () => {
    const names = discover([
      'They saw the Harbour Front, Deller Shipping Ltd, and France. He lived in Pellhaven, near Pellhaven Bay.',
    ]);
    const schema = (name: string) => find(names, name).schema;
    assert.deepEqual(['Harbour Front', 'Deller Shipping Ltd', 'France', 'Pellhaven'].map(schema), [
      'Organization',
      'Company',
      'Country',
      'Address',
    ]);
    assert.ok(find(names, 'Harbour Front').score > find(names, 'France').score);
  });

  it('lists nothing that an actor claims, in whatever spelling, and nothing ignored', () => {
    const text = 'They met Yousef Al Hamdi and Hamdi’s friend Ada Verne with Tom Deller.';
    assert.deepEqual(
      namesIn(text, `${HAMDI}ignored: [tom deller]\n`).filter((name) => !/Hamdi/.test(name)),
      ['Ada Verne'],
    );
    assert.ok(!namesIn(text, HAMDI).includes('Yousef Al Hamdi'));
  });

  it('suggests the actor that a name may belong to, and says why', () => {
    const guard = 'actors:\n  - id: guard\n    schema: Organization\n    name: Harbour Guard Corps\n';
    const [hgc] = discover(['the captain of the HGC left'], guard);
    assert.deepEqual(hgc?.aliasOf, [
      { id: 'guard', name: 'Harbour Guard Corps', reason: 'the initials of “Harbour Guard Corps”' },
    ]);
    const [stated] = discover(['the Harbour Guard Corps (known as the Old Lanterns) left'], guard);
    assert.deepEqual([stated?.name, stated?.aliasOf[0]?.id], ['Old Lanterns', 'guard']);
  });

  it('gives the places of names, from as many sources as there are', () => {
    const texts = ['We met Ada Verne. Ada Verne left. Ada Verne came.', 'Then Ada Verne sang.'];
    const { places } = find(discover(texts), 'Ada Verne');
    assert.deepEqual(
      places.map(({ source }) => source),
      ['s1', 's2', 's1'],
    );
    for (const { source, start, end } of places)
      assert.equal(texts[source === 's1' ? 0 : 1]?.slice(start, end), 'Ada Verne');
  });

  it('takes what is hostile for text', () => {
    for (const text of [
      '',
      '\uFEFF',
      '((((',
      'A'.repeat(20_000),
      'Aa '.repeat(5_000),
      '(A.'.repeat(5_000),
      '𝔄 \ud800 Ada\u202E Verne',
    ])
      assert.doesNotThrow(() => discover([text], HAMDI));
  });
});
