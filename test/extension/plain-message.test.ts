import assert from 'node:assert/strict';
import { plainMessage } from '../../src/protocol/plain-message';

/** What VS Code makes a link of in a message that pops up. */
const LINK = /\[[^\]]+\]\((?:https?:\/\/|command:|file:)[^)\s]+/i;

describe('a message that pops up', () => {
  it('has no link in it, whatever a file, a key or an actor is called', () => {
    for (const name of [
      '[x](command:workbench.action.quit)',
      '[x](COMMAND:workbench.action.quit).md',
      '[[x]](https://example.org)',
      '[x]\u202E(command:workbench.action.quit)',
      '[x]\u0000(file:///etc/hosts)',
      '[x]\u0085\u2066(command:a)',
    ])
      assert.doesNotMatch(plainMessage(`Save these first: ${name}.`), LINK, name);
  });

  it('shows brackets, and other words as they stand', () => {
    assert.equal(plainMessage('[x](command:a)'), '[x] (command:a)');
    assert.equal(plainMessage('“Ćma” (a) [b] needs\na look'), '“Ćma” (a) [b] needs\na look');
  });

  it('is not reordered by marks of direction, and shows no control characters', () => {
    assert.equal(plainMessage('\u202Etxt.\u0007evil\u2069'), 'txt.evil');
  });
});
