// What is packaged and is not under our licence: the data and the program that come as they are, with the texts of their licences.
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { bundledPackages, packageNotices } from './bundled-packages.mjs';
import { writeCitationStyles } from './citation-styles.mjs';
import { inRoot } from './root.mjs';

/**
 * Copies citeproc and writes the styles and locales.
 * @returns {Promise<(metafiles: readonly (import('esbuild').Metafile | undefined)[]) => Promise<void>>} writes dist/NOTICES.md, once
 * it is known what was bundled
 */
export async function writeOthersWorks() {
  await mkdir(inRoot('dist'), { recursive: true });
  await copyFile(inRoot('node_modules/citeproc/citeproc_commonjs.js'), inRoot('dist', 'citeproc.js'));
  const styles = await writeCitationStyles();
  return (metafiles) => writeNotices(styles, bundledPackages(metafiles));
}

/**
 * @param {string} styles
 * @param {readonly string[]} packages
 */
async function writeNotices(styles, packages) {
  const parts = [
    '# Works of others in this package',
    '## citeproc.js',
    `citeproc-js ${await citeprocVersion()}, <https://github.com/Juris-M/citeproc-js>, unchanged and in its source form. Of the two licences that it
offers it is taken under the Common Public Attribution License 1.0, whose text is below. Its own notice:`,
    indented(await readFile(inRoot('node_modules/citeproc/LICENSE'), 'utf8')),
    '## Citation styles and locales',
    styles.trim(),
    '## Common Public Attribution License 1.0',
    indented(await licenceText('CPAL-1.0')),
    '## Creative Commons Attribution-ShareAlike 3.0 Unported',
    indented(await licenceText('CC-BY-SA-3.0')),
    '## Packages that are bundled',
    'Parts of these npm packages are in the programs, their readers and pages. `readers/cmaps/` comes from pdfjs-dist as it is, with its own licence beside it.',
    packageNotices(packages),
  ];
  await writeFile(inRoot('dist', 'NOTICES.md'), `${parts.join('\n\n')}\n`);
}

async function citeprocVersion() {
  return JSON.parse(await readFile(inRoot('node_modules/citeproc/package.json'), 'utf8')).version;
}

/** @param {string} id of the System Package Data Exchange's list of licences */
async function licenceText(id) {
  const file = inRoot('node_modules/spdx-license-list/licenses', `${id}.json`);
  return JSON.parse(await readFile(file, 'utf8')).licenseText;
}

/** As a block of code: a licence's words are not Markdown. @param {string} text */
const indented = (text) => text.trim().replace(/^(?=.)/gm, '    ');
