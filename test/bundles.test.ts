import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { repositoryRoot } from './support/root';

const dist = (file: string): string => readFileSync(path.join(repositoryRoot, 'dist', file), 'utf8');

/** The packages of which files are in a bundle: the bundler writes in front of each where it is from. */
const packagesIn = (bundle: string): string[] => [
  ...new Set(
    [...dist(bundle).matchAll(/^\s*\/[/*] (\S*node_modules\/(?:@[^/\s]+\/)?[^/\s]+)/gm)].map(
      ([, folder = '']) => folder,
    ),
  ),
];

const versionOf = (folder: string): string => {
  const file = path.join(repositoryRoot, folder, 'package.json');
  const { name, version } = JSON.parse(readFileSync(file, 'utf8')) as { name: string; version: string };
  return `${name} ${version}`;
};

describe('the bundles that are shipped', () => {
  const bundles = globSync(['*.js', 'readers/*.js', 'webview/*.js'], {
    cwd: path.join(repositoryRoot, 'dist'),
    ignore: ['citeproc.js'],
  });

  it('have each of their packages in NOTICES.md, with its licence', () => {
    const sections = new Map(
      dist('NOTICES.md')
        .split(/^### /m)
        .slice(1)
        .map((section) => [section.split('\n', 1)[0] ?? '', section]),
    );
    const packages = [...new Set(bundles.flatMap(packagesIn))].map(versionOf);
    for (const known of [
      'pdfjs-dist',
      'mammoth',
      'linkedom',
      'vscode-languageclient',
      'd3-force',
      'iconv-lite',
    ])
      assert.ok(
        packages.some((one) => one.startsWith(`${known} `)),
        `${known} is found in the bundles`,
      );
    for (const one of packages) assert.match(sections.get(one) ?? '', /copyright|permission/i, one);
    assert.match(
      dist('NOTICES.md'),
      /Common Public Attribution License[^]*Creative Commons Attribution-ShareAlike/,
    );
  });

  it('are light where they are loaded at the start: readers and printing of references come when they are needed', () => {
    const heavy =
      /\/(?:pdfjs-dist|mammoth|linkedom|@mozilla\/readability|postal-mime|yauzl|jszip|@xmldom\/xmldom|@citation-js\/\w+)$/;
    for (const bundle of ['extension.js', 'server.js', 'index-worker.js', 'discovery-worker.js', 'cli.js']) {
      const packages = packagesIn(bundle);
      assert.ok(packages.length > 0, bundle);
      assert.deepEqual(
        packages.filter((folder) => heavy.test(folder)),
        [],
        bundle,
      );
    }
    assert.ok(packagesIn('readers/pdf.js').some((folder) => heavy.test(folder)));
    // Required where references are printed, and never at the head of a bundle.
    for (const bundle of ['extension.js', 'server.js'])
      assert.doesNotMatch(dist(bundle), /require\("\.\/citeproc\.js"\)/);
  });
});
