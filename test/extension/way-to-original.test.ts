import assert from 'node:assert/strict';
import { wayToOriginal, type OriginalToOpen } from '../../src/extension/way-to-original';

const way = (path: string, more: Partial<OriginalToOpen> = {}) =>
  wayToOriginal({ path, editorPatterns: [], isElsewhere: false, ...more });

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
});
