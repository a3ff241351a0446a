import assert from 'node:assert/strict';
import { ActorView } from '../../../src/language/actor-view';
import { checkDraft } from '../../../src/language/checks/check-draft';
import { judgeDraft, withNames } from '../../../src/language/judge-draft';
import { parseDraft } from '../../../src/language/parse-draft';
import { corpusOf } from '../../support/corpus-of';
import { marked } from '../../support/marks';

const corpus = corpusOf({
  'wall.txt': 'Karim an-Noury built the wall.\n\nThe Port Guards watched.',
  'actors.yaml': [
    'actors:',
    '  - {id: nuri, schema: Person, name: Karim al-Nuri, alias: [Kareem al-Noori, Abu Khalid, Abu Khaled], weakAlias: [al-Nuri, al-Noori, the Engineer]}',
    '  - {id: guard, schema: Organization, name: Islamic Port Guard Corps, alias: [Islamic Port Guards Corps, IPGC]}',
    '  - {id: base, schema: Organization, name: al-Qasr, alias: [al-Kasr, the Castle]}',
    '  - {id: horn1, schema: Person, name: Ada Horn}',
    '  - {id: horn2, schema: Person, name: Ada Horne, alias: [Ada Horn]}',
  ].join('\n'),
});
const actors = new ActorView(corpus);

function spellingProblems(text: string) {
  const draft = parseDraft(text);
  const judged = withNames(judgeDraft(corpus, draft), actors.namesIn(draft));
  return checkDraft(judged).filter(({ code }) => code === 'spelling');
}

/** The stretches marked in the draft are those that the hint stands on. */
function assertHints(source: string) {
  const { text, spans } = marked(source);
  const words = (all: readonly { start: number; end: number }[]) =>
    all.map(({ start, end }) => `${start}: ${text.slice(start, end)}`);
  assert.deepEqual(words(spellingProblems(text).map(({ span }) => span)), words(spans));
}

describe('spelling', () => {
  for (const [name, draft] of [
    ['a recorded spelling beside the house spelling', 'Karim al-Nuri came. ⟦Kareem al-Noori⟧ went.'],
    ['a spelling that no record has', 'Karim al-Nuri came. ⟦Karim an-Nouri⟧ went.'],
    ['two spellings, neither of which is the house’s', '⟦Kareem al-Noori⟧ came. ⟦Karim el-Nury⟧ went.'],
    ['a surname that is spelled otherwise than in the full name', 'Karim al-Nuri came, and ⟦al-Noori⟧ went.'],
    ['a full name that is spelled otherwise than its surname', '⟦Kareem al-Noori⟧ came, and al-Nuri went.'],
    ['two spellings of another name', 'Abu Khalid came. ⟦Abu Khaled⟧ went.'],
    [
      'a letter more in an organisation’s name',
      'The Islamic Port Guard Corps and the ⟦Islamic Port Guards Corps⟧.',
    ],
    ['the same in a heading', '# Karim al-Nuri\n\n⟦Kareem al-Noori⟧ went.'],
  ] as const) {
    it(`marks ${name}`, () => {
      assertHints(draft);
    });
  }

  for (const [name, draft] of [
    ['one spelling throughout, even if it is not the house’s', 'Kareem al-Noori came. Kareem al-Noori went.'],
    ['a surname behind the full name', 'Karim al-Nuri came. Al-Nuri went, and the Engineer stayed.'],
    ['an abbreviation', 'The Islamic Port Guard Corps (IPGC) came; the IPGC went.'],
    ['a nom de guerre', 'Karim al-Nuri, called Abu Khalid, came.'],
    [
      'capitals, apostrophes and hyphens of another shape',
      'Karim al-Nuri came. KARIM AL-NURI and Karim al‑Nuri went.',
    ],
    [
      'what a quotation says',
      'Karim al-Nuri: “Kareem al-Noori went” [@wall].\n\n> Kareem al-Noori went.\n>\n> [@wall]',
    ],
    ['what an uncited quotation says', 'Karim al-Nuri heard “Kareem al-Noori went from here” one day.'],
    ['a citation’s words', 'Karim al-Nuri came [see Kareem al-Noori, @wall].'],
    [
      'code, comments and addresses',
      'Karim al-Nuri came. `Kareem al-Noori` <!-- Kareem al-Noori --> [a](Kareem-al-Noori).',
    ],
    [
      'what stands behind a mark without a partner',
      'Karim al-Nuri came. "It says Kareem al-Noori went [@wall]. Kareem al-Noori.',
    ],
    ['names that may be somebody else’s', 'Ada Horn came, and Ada Horne went.'],
  ] as const) {
    it(`leaves alone ${name}`, () => {
      assertHints(draft);
    });
  }

  it('names the spellings, the most used one first, and the registry’s', () => {
    const [problem] = spellingProblems('Kareem al-Noori. Kareem al-Noori. Karim al-Nuri.');
    assert.equal(problem?.severity, 'hint');
    assert.equal(
      problem.message,
      'This draft spells one name in several ways: “Kareem al-Noori”, “Karim al-Nuri”. Write it as actors.yaml does: “Karim al-Nuri”.',
    );
  });

  it('says nothing where spellings are not to be checked', () => {
    const judged = judgeDraft(corpus, parseDraft('Karim al-Nuri. Kareem al-Noori.'));
    assert.deepEqual(checkDraft(judged), []);
  });
});
