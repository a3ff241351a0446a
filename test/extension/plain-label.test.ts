import assert from 'node:assert/strict';
import { plainLabel, plainText } from '../../src/extension/plain-label';

describe('other people’s words in a list or in the status bar', () => {
  it('stand on one line', () => {
    for (const plain of [plainText, plainLabel])
      assert.equal(plain('  The wall\r\nwas\u2028 not\t built\n'), 'The wall was not built');
  });

  it('do not reorder what stands beside them', () => {
    for (const plain of [plainText, plainLabel])
      assert.equal(plain('\u202Etxt.\u2066evil\u2069\u202C'), 'txt.evil');
  });

  it('are shown as they stand where they are like an icon', () => {
    const icon = /\$\([a-z0-9-]+(?:~[a-z]+)?\)/i;
    for (const words of ['$(trash)', '$($(trash)', '$\u202E(trash)', '$\u2069(sync~spin) all'])
      assert.doesNotMatch(plainLabel(words), icon, words);
    assert.equal(plainLabel('$(trash) 5 $ (of 6)'), '$\u2060(trash) 5 $ (of 6)');
    assert.equal(plainText('$(trash)'), '$(trash)');
  });
});
