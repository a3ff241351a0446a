import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { repositoryRoot } from '../../support/root';

describe('every problem code', () => {
  const headings = new Set(
    [
      ...fs.readFileSync(path.join(repositoryRoot, 'docs/diagnostics.md'), 'utf8').matchAll(/^### (\S+)$/gm),
    ].map((match) => match[1]),
  );
  const checks = path.join(repositoryRoot, 'src/language/checks');
  const codes = fs
    .readdirSync(checks)
    .flatMap((file) => /code: '([a-z-]+)'/.exec(fs.readFileSync(path.join(checks, file), 'utf8'))?.[1] ?? []);

  it('has a heading in docs/diagnostics.md', () => {
    assert.ok(codes.length >= 9);
    assert.deepEqual(
      codes.filter((code) => !headings.has(code)),
      [],
    );
  });

  it('has a test', () => {
    assert.deepEqual(
      codes.filter(
        (code) => !fs.existsSync(path.join(repositoryRoot, 'test/language/checks', `${code}.test.ts`)),
      ),
      [],
    );
  });
});
