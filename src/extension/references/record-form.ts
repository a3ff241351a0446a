import { l10n, window } from 'vscode';
import { choose } from '../choose';
import type { SourceRecordRow } from '../../protocol/references';

/** How a person is asked for a field of a record: its name, and what is to be entered. */
const PROMPTS: Readonly<Record<string, readonly [label: string, prompt: string]>> = {
  title: [l10n.t('Title'), l10n.t('The title as it is printed')],
  author: [
    l10n.t('Authors'),
    l10n.t('Family name, given name; the next one behind a semicolon. An institution without a comma'),
  ],
  editor: [l10n.t('Editors'), l10n.t('Family name, given name; the next one behind a semicolon')],
  issued: [l10n.t('Date'), l10n.t('When it was published: 2014-03-24, 2014-03 or 2014')],
  accessed: [l10n.t('Read on'), l10n.t('When you read it: 2014-03-24')],
  'container-title': [l10n.t('Published in'), l10n.t('The site, newspaper, journal or book')],
  publisher: [l10n.t('Publisher'), l10n.t('Who published it')],
  'publisher-place': [l10n.t('Place'), l10n.t('Where the publisher is')],
  volume: [l10n.t('Volume'), l10n.t('The volume’s number')],
  issue: [l10n.t('Issue'), l10n.t('The issue’s number')],
  page: [l10n.t('Pages'), l10n.t('A page, or from which to which: 201-219')],
  DOI: ['DOI', l10n.t('Such as 10.1000/182')],
  URL: [l10n.t('Address'), l10n.t('Where it stands on the web')],
};

const TYPES: Readonly<Record<string, string>> = {
  webpage: l10n.t('Web page'),
  'post-weblog': l10n.t('Post of a blog'),
  'article-newspaper': l10n.t('Newspaper article'),
  'article-magazine': l10n.t('Magazine article'),
  'article-journal': l10n.t('Journal article'),
  book: l10n.t('Book'),
  chapter: l10n.t('Chapter of a book'),
  report: l10n.t('Report'),
  thesis: l10n.t('Thesis'),
};

/**
 * Asks for the fields that a record lacks, one after the other. A field left empty is left out; Escape leaves the form, and
 * then nothing is written.
 */
export async function askForFields(
  { key, title, type, missing }: SourceRecordRow,
  types: readonly string[],
): Promise<Readonly<Record<string, string>> | undefined> {
  const name = title === '' ? `@${key}` : title;
  const chosen = type ?? (await askForType(name, types));
  if (chosen === undefined) return undefined;
  const entered: [string, string][] = type === undefined ? [['type', chosen]] : [];
  const fields = (missing[chosen] ?? []).filter((field) => PROMPTS[field]);
  for (const [at, field] of fields.entries()) {
    const value = await askFor(field, `${name} (${at + 1}/${fields.length})`);
    if (value === undefined) return undefined;
    if (value.trim() !== '') entered.push([field, value.trim()]);
  }
  return Object.fromEntries(entered);
}

/** What kind of source it is, by CSL's name. */
export async function askForType(title: string, types: readonly string[]): Promise<string | undefined> {
  const items = types.map((type) => ({ label: TYPES[type] ?? type, type }));
  return (await choose(items, { title, placeHolder: l10n.t('What is it?') }))?.type;
}

function askFor(field: string, title: string): Thenable<string | undefined> {
  const [label = field, prompt = ''] = PROMPTS[field] ?? [];
  return window.showInputBox({
    title: `${label}: ${title}`,
    prompt: l10n.t('{0}. Empty: left out. Escape: nothing is written.', prompt),
    ignoreFocusOut: true,
    validateInput: (value) => (isDate(field) ? dateProblem(value) : undefined),
  });
}

const isDate = (field: string): boolean => field === 'issued' || field === 'accessed';

const dateProblem = (value: string): string | undefined =>
  /^\s*(?:\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)?\s*$/.test(value)
    ? undefined
    : l10n.t('A date as 2014-03-24, 2014-03 or 2014');
