import assert from 'node:assert/strict';
import { RULES, rulesFrom } from '../../../src/cli/reports/rules';

describe('rules', () => {
  it('are the headings of the page, with level, summary and text', () => {
    const page =
      '# Problems\n\nWords.\n\n## One\n\n### no-key\n*Error.* A key\nis `missing`. Add [it](a.md).\n\n## Two\n\n### odd\nIt is odd: look.\n';
    assert.deepEqual(rulesFrom(page), [
      {
        code: 'no-key',
        name: 'NoKey',
        severity: 'error',
        summary: 'A key is missing.',
        markdown: '*Error.* A key\nis `missing`. Add [it](a.md).',
        text: 'Error. A key is missing. Add it.',
      },
      {
        code: 'odd',
        name: 'Odd',
        severity: 'warning',
        summary: 'It is odd.',
        markdown: 'It is odd: look.',
        text: 'It is odd: look.',
      },
    ]);
  });

  it('are there for every heading of the documentation', () => {
    assert.ok(RULES.length >= 15);
    for (const { code, summary, text } of RULES)
      assert.ok(summary.length > 10 && text.length >= summary.length, code);
  });
});
