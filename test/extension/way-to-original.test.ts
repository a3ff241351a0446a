import assert from 'node:assert/strict';
import { wayToOriginal, type OriginalToOpen } from '../../src/extension/way-to-original';

const way = (path: string, more: Partial<OriginalToOpen> = {}) =>
  wayToOriginal({ path, editorPatterns: [], isElsewhere: false, isTrusted: true, ...more });

describe('the way to the original of a source', () => {
  it('is an editor that an extension has for such files, at the page where there is one', () => {
    const editorPatterns = ['*.drawing', '*.PDF'];
    for (const isElsewhere of [true, false]) {
      const page12 = way('/s/Tides.Pdf', { editorPatterns, isElsewhere, page: 12 });
      assert.deepEqual(page12, { kind: 'editor', fragment: 'page=12' });
      assert.deepEqual(way('/s/tides.pdf', { editorPatterns, isElsewhere }), {
        kind: 'editor',
        fragment: '',
      });
    }
  });

  it('is the program for it where none has', () => {
    for (const path of ['/s/tides.pdf', '/s/tides.html', '/s/tides.docx', '/s/tides'])
      assert.deepEqual(way(path, { editorPatterns: ['*.drawing', '*'], page: 12 }), { kind: 'program' });
  });

  it('is the editor for what is text where no program can reach the file', () => {
    for (const ending of ['html', 'htm', 'xhtml', 'mht', 'mhtml', 'EML'])
      assert.deepEqual(way(`/s/tides.${ending}`, { isElsewhere: true }), { kind: 'editor', fragment: '' });
  });

  it('is only told for the rest: the editor would show its bytes', () => {
    for (const path of ['/s/tides.pdf', '/s/tides.docx', '/s/html/tides', '/s/tides.html.epub'])
      assert.deepEqual(way(path, { isElsewhere: true, page: 12 }), { kind: 'told' });
  });

  it('leads to no other program in a workspace that the person does not trust', () => {
    assert.deepEqual(way('/s/tides.html', { isTrusted: false }), { kind: 'editor', fragment: '' });
    assert.deepEqual(way('/s/tides.docx', { isTrusted: false }), { kind: 'refused' });
    assert.deepEqual(way('/s/tides.docx', { isTrusted: false, isElsewhere: true }), { kind: 'told' });
    assert.deepEqual(way('/s/tides.pdf', { isTrusted: false, editorPatterns: ['*.pdf'], page: 2 }), {
      kind: 'editor',
      fragment: 'page=2',
    });
  });
});
