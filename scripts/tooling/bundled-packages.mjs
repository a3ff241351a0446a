// The packages that are bundled into what is shipped, and the licence of each: told by the bundler, so that none is forgotten.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from './root.mjs';

/** Licences under which works may be part of a work under MIT; another one stops the build, and a person decides. */
const TAKEN = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'BlueOak-1.0.0', 'MIT-0'];

/** Packages that offer a choice, or say it in words of their own, and what is taken. */
const CHOSEN = new Map([
  ['jszip', 'MIT'],
  ['pako', 'MIT AND Zlib'],
]);

const LICENCE_FILE = /^(?:licen[cs]e|copying|unlicense)(?:[.-].*)?$/i;

/**
 * The folders of the packages that went into these bundles, by the paths of their files.
 * @param {readonly (import('esbuild').Metafile | undefined)[]} metafiles
 * @returns {string[]}
 */
export function bundledPackages(metafiles) {
  const inputs = metafiles
    .flatMap((metafile) => Object.values(metafile?.outputs ?? {}))
    .flatMap((output) => Object.entries(output.inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([file]) => file);
  return [...new Set(inputs.flatMap((file) => packageFolder(file) ?? []))].sort();
}

/** @param {string} file */
const packageFolder = (file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0];

/**
 * Name, version, address, licence and its text of each package, as Markdown.
 * @param {readonly string[]} folders
 */
export function packageNotices(folders) {
  return folders.map(notice).join('\n\n');
}

/** @param {string} folder */
function notice(folder) {
  const { name, version, license, homepage, author } = JSON.parse(
    readFileSync(inRoot(folder, 'package.json'), 'utf8'),
  );
  const licence = CHOSEN.get(name) ?? license;
  if (!CHOSEN.has(name) && !TAKEN.includes(licence))
    throw new Error(`${name} is licensed under ${licence}: may it be bundled? See ${import.meta.filename}`);
  const by = typeof author === 'string' ? author : author?.name;
  const about = [licence, ...(by ? [by] : []), `<${homepage ?? `https://www.npmjs.com/package/${name}`}>`];
  return `### ${name} ${version}\n\n${about.join(', ')}\n\n${indented(licenceText(folder, licence))}`;
}

/**
 * The text that comes with the package, else the licence's own.
 * @param {string} folder
 * @param {string} licence
 */
function licenceText(folder, licence) {
  const files = readdirSync(inRoot(folder))
    .filter((name) => LICENCE_FILE.test(name))
    .sort();
  const texts = files.map((name) => readFileSync(inRoot(folder, name), 'utf8').trim());
  if (texts.length > 0) return texts.join('\n\n');
  const known = path.join('node_modules/spdx-license-list/licenses', `${licence}.json`);
  return JSON.parse(readFileSync(inRoot(known), 'utf8')).licenseText;
}

/** As a block of code: a licence's words are not Markdown. @param {string} text */
const indented = (text) => text.trim().replace(/^(?=.)/gm, '    ');
