import assert from 'node:assert/strict';
import { ActorView } from '../../../src/language/actor-view';
import { DraftFixes } from '../../../src/language/fixes/draft-fixes';
import { applyReplacements } from '../../../src/language/fixes/replacements';
import { judgeDraft, withNames } from '../../../src/language/judge-draft';
import { parseDraft } from '../../../src/language/parse-draft';
import { corpusOf } from '../../support/corpus-of';

const corpus = corpusOf({
  'wall.txt': 'Kareem al-Noori built the wall.',
  'actors.yaml':
    'actors:\n  - {id: nuri, schema: Person, name: Karim al-Nuri, alias: [Kareem al-Noori], weakAlias: [al-Nuri, al-Noori]}\n',
});
const actors = new ActorView(corpus);

function fixesIn(text: string): DraftFixes {
  const draft = parseDraft(text);
  return new DraftFixes(withNames(judgeDraft(corpus, draft), actors.namesIn(draft)));
}

describe('fixing a spelling', () => {
  it('writes the house spelling, and nothing else', () => {
    const draft = 'Karim al-Nuri came. Kareem al-Noori’s wall: “Kareem al-Noori built” [@wall].';
    const fixes = fixesIn(draft);
    const [fix, ...others] = fixes.of(fixes.problems[0]!);
    assert.equal(fix?.title, 'Write “Karim al-Nuri”');
    assert.equal(fix.isPreferred, true);
    assert.equal(fix.isSafe, false);
    assert.deepEqual(others, []);
    assert.equal(applyReplacements(draft, fix.edits), draft.replace('Kareem al-Noori’s', 'Karim al-Nuri’s'));
  });

  it('keeps the capitals that the place asks for', () => {
    const draft = 'Karim al-Nuri came. Al-Noori went.\n\n# ABOUT KAREEM AL-NOORI\n';
    const fixes = fixesIn(draft);
    assert.equal(
      applyReplacements(draft, fixes.all('spelling')),
      'Karim al-Nuri came. Al-Nuri went.\n\n# ABOUT KARIM AL-NURI\n',
    );
  });

  it('fixes all of a draft at once, after which none is mixed', () => {
    const draft = 'Karim al-Nuri came. Kareem al-Noori went. Kareem al-Nuri and al-Noori stayed.';
    const fixes = fixesIn(draft);
    assert.equal(
      fixes.titleOfAll(fixes.problems[0]!),
      'Write all names whose spelling is mixed in the house spelling',
    );
    const fixed = applyReplacements(draft, fixes.all('spelling'));
    assert.equal(fixed, 'Karim al-Nuri came. Karim al-Nuri went. Karim al-Nuri and al-Nuri stayed.');
    assert.deepEqual(fixesIn(fixed).problems, []);
  });

  it('is never made on saving, without being asked for', () => {
    assert.deepEqual(fixesIn('Karim al-Nuri came. Kareem al-Noori went.').safe(), []);
  });
});
