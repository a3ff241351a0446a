// The packaged extension: made, and looked into.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { runQuietly } from './command.mjs';
import { inRoot } from './root.mjs';
import { zipNames } from './zip-names.mjs';

/** Where `npm run package` puts it. */
export const VSIX = inRoot('dist', 'sourcewright.vsix');
const SIZE_LIMIT = 6_000_000;

/** Files that belong in it; .vscodeignore is the list that makes it so. */
const BELONGS = [
  /^extension\/dist\/(extension|server|index-worker|discovery-worker|format-process|format-worker|cli|iconv-lite|readers\/\w+)\.js$/,
  /^extension\/dist\/readers\/cmaps\/([\w-]+\.bcmap|LICENSE\.txt|LICENSE)$/,
  /^extension\/dist\/webview\/(actor-graph|review)\.(js|css)$/,
  /^extension\/(package\.nls(\.[\w-]+)?|l10n\/bundle\.l10n\.[\w-]+)\.json$/,
  /^extension\/media\/walkthrough\/[\w.-]+\.md$/,
  /^extension\/dist\/(references-worker|exchange|citeproc|shared-corpus)\.js$/,
  /^extension\/(package\.json|readme\.md|changelog\.md|LICENSE\.txt|media\/[\w-]+\.(png|svg|css))$/i,
  /^extension\/syntaxes\/[\w.-]+\.json$/,
  /^extension\/corpus-index\/records\/schema\/[\w.-]+\.json$/,
  /^extension\/dist\/(NOTICES\.md$|citation-styles\/([\w-]+\.csl|locales-[\w-]+\.xml)$)/,
  /^extension\/docs\/[\w-]+\.md$/,
  /^(\[Content_Types\]\.xml|extension\.vsixmanifest)$/,
];

/** @returns {boolean} whether it was made */
export function packageExtension() {
  return runQuietly('npm', ['run', 'package']) && existsSync(VSIX);
}

/** What is wrong with it: nothing, hopefully. */
export function vsixProblems() {
  const names = zipNames(VSIX);
  const size = statSync(VSIX).size;
  console.log(`${(size / 1000).toFixed(0)} kB in ${names.length} files`);
  const strangers = names.filter((name) => !BELONGS.some((pattern) => pattern.test(name)));
  const missing = neededFiles().filter((file) => !names.includes(`extension/${file}`));
  return [
    ...(size < SIZE_LIMIT ? [] : [`it is larger than ${SIZE_LIMIT / 1000} kB`]),
    ...strangers.map((name) => `${name} does not belong in it`),
    ...missing.map((file) => `${file} is missing`),
  ];
}

/** The programs and pages, and every file that the manifest names. */
function neededFiles() {
  const { main, bin, icon, contributes } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  const named = [main, ...Object.values(bin), ...(icon ? [icon] : []), ...relativePaths(contributes)];
  const programs = [
    ...['server', 'index-worker', 'discovery-worker', 'format-process', 'format-worker', 'references-worker'],
    ...['iconv-lite', 'citeproc', 'exchange', 'shared-corpus'],
    ...['html', 'pdf', 'docx', 'epub', 'odt', 'email'].map((name) => `readers/${name}`),
  ].map((name) => `dist/${name}.js`);
  const maps = ['UniGB-UCS2-H', 'Adobe-Japan1-UCS2', 'KSCms-UHC-H'].map(
    (name) => `dist/readers/cmaps/${name}.bcmap`,
  );
  const pages = ['actor-graph', 'review'].flatMap((name) =>
    ['js', 'css'].map((ending) => `dist/webview/${name}.${ending}`),
  );
  const others = [
    'dist/NOTICES.md',
    'dist/citation-styles/apa.csl',
    'dist/citation-styles/locales-en-US.xml',
  ];
  return [
    ...new Set(
      [...named, ...programs, ...maps, ...others, ...pages].map((file) => file.replace(/^\.\//, '')),
    ),
  ];
}

/**
 * @param {unknown} value
 * @returns {string[]}
 */
function relativePaths(value) {
  if (typeof value === 'string') return /^\.\/[\w./-]+\.\w+$/.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(relativePaths) : [];
}
