import * as fs from 'node:fs/promises';
import * as nodePath from 'node:path';
import { failureOf } from './failure';
import { isWithin, staysInside } from './source-files';

/** The styles that the program brings along, by the names that its settings have for them. */
export const SHIPPED_STYLES = ['chicago-author-date', 'chicago-notes', 'apa', 'mla'] as const;

export const DEFAULT_STYLE = 'chicago-author-date';

/** What every style falls back to. */
const BASE_LOCALE = 'en-US';

/** Bytes; the largest styles there are have a tenth of it. */
const LARGEST_STYLE = 1_000_000;

/** A style and the locales it may ask for, as their files have them. */
export interface StyleFiles {
  readonly style: string;
  readonly locales: Readonly<Record<string, string>>;
  readonly language?: string;
}

/** What a person asked for: a shipped style's name or a `.csl` file of the folder, and a language or none. */
export interface StyleChoice {
  readonly style: string;
  readonly locale: string;
}

/**
 * Reads what a person chose; where that cannot be, the reason as a person should read it. `shipped` is the folder of
 * the styles that the program brings along, `root` the workspace's: a style there may be anything.
 */
export async function readStyle(
  shipped: string,
  root: string,
  choice: StyleChoice,
): Promise<StyleFiles | string> {
  const style = await styleText(shipped, root, choice.style);
  if (typeof style !== 'string') return style.problem;
  const available = await localeNames(shipped);
  const wanted = choice.locale === '' ? undefined : languageOf(choice.locale, available);
  if (choice.locale !== '' && wanted === undefined)
    return `There is no locale "${choice.locale}" for references: \`sourcewright.citationLocale\` takes ${available.join(', ')}.`;
  const own = languageOf(
    /\bdefault-locale\s*=\s*["']([\w-]+)["']/.exec(style)?.[1] ?? BASE_LOCALE,
    available,
  );
  const names = [...new Set([BASE_LOCALE, own ?? BASE_LOCALE, wanted ?? BASE_LOCALE])];
  const locales = await Promise.all(
    names.map(async (name) => [name, await shippedText(localeFile(shipped, name))] as const),
  );
  return {
    style,
    locales: Object.fromEntries(locales),
    ...(wanted !== undefined && { language: wanted }),
  };
}

/** Where a style stands on disk; undefined for what names none. */
function styleFile(shipped: string, root: string, name: string): string | undefined {
  if (isShipped(name)) return nodePath.join(shipped, `${name}.csl`);
  return /\.csl$/i.test(name) && staysInside(name) ? nodePath.join(root, name) : undefined;
}

async function styleText(
  shipped: string,
  root: string,
  name: string,
): Promise<string | { readonly problem: string }> {
  const file = styleFile(shipped, root, name);
  if (file !== undefined && isShipped(name)) return shippedText(file).catch(unreadable(name));
  if (file === undefined)
    return {
      problem:
        `"${name}" is no citation style: \`sourcewright.citationStyle\` takes ${SHIPPED_STYLES.join(', ')}, ` +
        'or the path of a `.csl` file in the workspace folder.',
    };
  try {
    if (await leadsOut(file, root))
      return { problem: `${name} leads out of the folder: save the citation style itself there.` };
    const found = await fs.stat(file);
    if (!found.isFile()) return { problem: `${name} is no file, so it can be no citation style.` };
    if (found.size > LARGEST_STYLE)
      return { problem: `The citation style ${name} is larger than a style can be.` };
    const text = await fs.readFile(file, 'utf8');
    return isIndependent(text) ? text : { problem: dependentStyle(name, text) };
  } catch (error) {
    return unreadable(name)(error);
  }
}

const unreadable = (name: string) => (error: unknown) => ({
  problem: `The citation style ${name} could not be read (${failureOf(name, error).detail}).`,
});

/** What was shipped stays as it is while the program runs: a hover waits for no disk. */
const shippedTexts = new Map<string, Promise<string>>();

function shippedText(file: string): Promise<string> {
  const known = shippedTexts.get(file);
  if (known) return known;
  const text = fs.readFile(file, 'utf8');
  shippedTexts.set(file, text);
  text.catch(() => shippedTexts.delete(file));
  return text;
}

const isShipped = (name: string): boolean => SHIPPED_STYLES.some((one) => one === name);

async function leadsOut(file: string, folder: string): Promise<boolean> {
  const [real, realFolder] = await Promise.all([fs.realpath(file), fs.realpath(folder)]);
  return !isWithin(realFolder, real);
}

/** What an XML parser takes for no element, though it may look like one; without an end it reaches to the end. */
const NO_ELEMENTS = /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<\?[\s\S]*?(?:\?>|$)/g;

/** pandoc loads from the network what a link to a parent names: no such link, not even where it seems to be a comment, none behind entities, and no entities of its own. */
const MAY_DEPEND = /\brel\s*=\s*(?:"[^"]*(?:independent-parent|&)|'[^']*(?:independent-parent|&))|<!DOCTYPE/i;

function isIndependent(text: string): boolean {
  const elements = text.replace(NO_ELEMENTS, '');
  return /<(?:\w+:)?citation[\s>]/.test(elements) && !MAY_DEPEND.test(text);
}

function dependentStyle(name: string, text: string): string {
  const elements = text.replace(NO_ELEMENTS, '');
  const parent = /<(?:\w+:)?link\b[^>]*\brel\s*=\s*["']independent-parent["'][^>]*>/.exec(elements)?.[0];
  const address = parent && /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(parent);
  const href = address && (address[1] ?? address[2]);
  return href
    ? `${name} only names another style. Save that one in the workspace and choose it: ${href}`
    : `${name} is no citation style that stands for itself: it does not say how a citation looks, or leaves that to another file.`;
}

const localeFile = (shipped: string, name: string): string => nodePath.join(shipped, `locales-${name}.xml`);

const shippedLocales = new Map<string, readonly string[]>();

async function localeNames(shipped: string): Promise<readonly string[]> {
  const known = shippedLocales.get(shipped);
  if (known) return known;
  const names = await fs.readdir(shipped);
  const locales = names.flatMap((name) => /^locales-([\w-]+)\.xml$/.exec(name)?.[1] ?? []).sort();
  shippedLocales.set(shipped, locales);
  return locales;
}

/** The locale of a language tag, or of its language: `de-AT` and `de` are printed as `de-DE`. */
function languageOf(tag: string, available: readonly string[]): string | undefined {
  const [language] = tag.split('-');
  return (
    available.find((name) => name.toLowerCase() === tag.toLowerCase()) ??
    available.find((name) => name === `${language ?? ''}-${(language ?? '').toUpperCase()}`) ??
    available.find((name) => name.split('-')[0] === language)
  );
}
