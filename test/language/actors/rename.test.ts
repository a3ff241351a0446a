import assert from 'node:assert/strict';
import { renameInDraft, renamingInDraft, renamingInRegistry } from '../../../src/language/actors/rename';
import { applyReplacements } from '../../../src/language/fixes/replacements';
import { parseDraft } from '../../../src/language/parse-draft';
import { REGISTRY, world } from './world';

/** Renames Karim al-Nuri in a draft. */
function renamed(text: string, name = 'Karim an-Noury'): string | undefined {
  const edits = renameInDraft(world, parseDraft(text), world.actors.actor('nuri')!, name);
  return edits && applyReplacements(text, edits);
}

function renamingAt(marked: string): string | undefined {
  const offset = marked.indexOf('|');
  const renaming = renamingInDraft(world, parseDraft(marked.replace('|', '')), offset);
  return renaming && (renaming.problem ?? renaming.actor.id);
}

describe('renaming an actor in drafts', () => {
  it('changes the name in the writer’s own words, in the capitals of the place', () => {
    assert.equal(
      renamed('# KARIM AL-NURI\n\nKarim al-Nuri’s wall. Karim  al-Nuri.'),
      '# KARIM AN-NOURY\n\nKarim an-Noury’s wall. Karim an-Noury.',
    );
  });

  for (const [name, text] of [
    ['quotations', '“Karim al-Nuri was there” [@tide].\n\n> Karim al-Nuri was there.\n>\n> [@tide]'],
    [
      'uncited quotations and those without an end',
      'He said “Karim al-Nuri was there.”\n\n"Karim al-Nuri came [@tide]. Karim al-Nuri.',
    ],
    ['citations', 'It says so [see Karim al-Nuri, @tide].'],
    [
      'code, front matter and addresses',
      '---\ntitle: Karim al-Nuri\n---\n\n`Karim al-Nuri` [a](Karim%20al-Nuri)',
    ],
    ['surnames and other spellings', 'Kareem al-Noori came. Al-Nuri went.'],
  ] as const) {
    it(`leaves alone ${name}`, () => {
      assert.equal(renamed(text), text);
    });
  }

  it('leaves a draft alone that would quote or cite something else', () => {
    assert.equal(renamed('Karim al-Nuri said “I was there” [@tide].', 'Karim “al-Nuri'), undefined);
    assert.equal(renamed('Karim al-Nuri was there.', '@karim'), undefined);
  });

  it('is offered on a name in the writer’s own words', () => {
    assert.equal(renamingAt('Then al-N|uri came, Karim al-Nuri.'), undefined);
    assert.equal(renamingAt('Karim al-N|uri came.'), 'nuri');
    assert.equal(renamingAt('Karim al-Nuri came. Al-N|uri left.'), 'nuri');
  });

  it('is refused elsewhere, and says why', () => {
    assert.match(renamingAt('“Karim al-N|uri was there” [@tide]') ?? '', /as its source has it/);
    assert.match(renamingAt('Ada H|orn came.') ?? '', /can mean horn or horne/);
    assert.equal(renamingAt('Nobo|dy came.'), undefined);
  });

  it('is offered in actors.yaml on the name, and nowhere else', () => {
    const at = (words: string) => {
      const renaming = renamingInRegistry(
        world.corpus.actors,
        REGISTRY,
        REGISTRY.indexOf(words) + words.length,
      );
      return renaming?.problem ?? renaming?.actor.id;
    };
    assert.equal(at('name: Karim'), 'nuri');
    assert.equal(at('- name: Harbour Guard'), 'guard');
    assert.match(at('id: nu') ?? '', /Ids never change/);
    assert.match(at('[Kareem') ?? '', /edited by hand/);
  });
});
