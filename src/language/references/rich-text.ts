import { plainToMarkdown } from '../cite/plain-to-markdown';
import { escapeMarkdown } from '../markdown-escape';

/** Words set in one way. */
export interface Run {
  readonly text: string;
  readonly italic?: boolean;
  readonly bold?: boolean;
  readonly smallCaps?: boolean;
  readonly raised?: boolean;
  readonly lowered?: boolean;
}

/** A citation or reference as it is printed: no markup, only words and how they are set. */
export type RichText = readonly Run[];

type Setting = Omit<Run, 'text'>;

/** The tags that citeproc writes; whatever else stands between angle brackets is dropped, and is never markup again. */
const TAG = /<(\/?)(i|b|sup|sub|span|div)\b([^<>]*)>|<[^<>]*>/g;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00A0' };

/**
 * Reads the HTML that citeproc writes. It escapes the words of a record, so that every tag is its own; whatever a
 * record smuggles through ends up as text or nowhere, since only settings are taken from tags.
 */
export function readRichText(html: string): RichText {
  const runs: Run[] = [];
  const settings: Setting[] = [{}];
  let from = 0;
  const take = (end: number) => {
    const text = decodeEntities(html.slice(from, end));
    if (text !== '') runs.push({ text, ...settings.at(-1) });
  };
  for (const match of html.matchAll(TAG)) {
    take(match.index);
    from = match.index + match[0].length;
    const [, closing, name, attributes = ''] = match;
    if (name === undefined) continue;
    if (closing === '') settings.push({ ...settings.at(-1), ...settingOf(name, attributes) });
    else if (settings.length > 1) settings.pop();
    if (closing === '/' && attributes === '' && name === 'div') runs.push({ text: ' ' });
  }
  take(html.length);
  return trimmed(runs);
}

function settingOf(name: string, attributes: string): Setting {
  if (name === 'i') return { italic: true };
  if (name === 'b') return { bold: true };
  if (name === 'sup') return { raised: true };
  if (name === 'sub') return { lowered: true };
  return {
    ...(/font-variant:\s*small-caps/.test(attributes) && { smallCaps: true }),
    ...(/font-style:\s*normal/.test(attributes) && { italic: false }),
    ...(/font-weight:\s*normal/.test(attributes) && { bold: false }),
  };
}

const decodeEntities = (text: string): string =>
  text.replace(
    /&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi,
    (whole: string, decimal?: string, hex?: string, name: string = '') => {
      const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
      if (decimal !== undefined || hex !== undefined)
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      return ENTITIES[name] ?? whole;
    },
  );

/** Without the space around it; of several spaces within one counts. */
function trimmed(runs: readonly Run[]): RichText {
  const kept: Run[] = [];
  for (const run of runs) {
    const isAfterSpace = kept.length === 0 || /\s$/.test(kept.at(-1)?.text ?? '');
    const spaced = run.text.replace(/[ \t\r\n]+/g, ' ');
    const text = isAfterSpace ? spaced.replace(/^ /, '') : spaced;
    if (text !== '') kept.push({ ...run, text });
  }
  const last = kept.pop();
  const end = last?.text.trimEnd();
  return last && end ? [...kept, { ...last, text: end }] : kept;
}

export const plainText = (text: RichText): string => text.map((run) => run.text).join('');

/** As Markdown in a hover: nothing in the words can become markup, a link or a command. */
export const markdownText = (text: RichText): string =>
  text.map((run) => markdownRun(run, escapeMarkdown)).join('');

/** As Markdown in a draft: the words as they are, what would be markup or a citation escaped, addresses as links to themselves. */
export const draftMarkdown = (text: RichText): string =>
  text.map((run) => markdownRun(run, escapeInDraft)).join('');

const ADDRESS = /(https?:\/\/[^\s<>"“”]+[^\s<>"“”.,;:!?)\]])/;

/** No invisible character, as it would stay in a person's text for good. */
const escapeInDraft = (words: string): string =>
  words
    .split(ADDRESS)
    .map((part, at) => (at % 2 === 1 ? `<${part}>` : part.replace(/\S(?:.*\S)?/s, plainToMarkdown)))
    .join('');

function markdownRun({ text, italic, bold }: Run, escape: (words: string) => string): string {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  const marks = (italic ? '*' : '') + (bold ? '**' : '');
  const closing = (bold ? '**' : '') + (italic ? '*' : '');
  return words === '' ? text : `${before}${marks}${escape(words)}${closing}${after}`;
}
