import { stopWords } from '#corpus-index';

/** English prose: so many of its words are those that every sentence needs. */
const FEWEST_STOP_WORDS = 0.3;
const FEWEST_WORDS = 8;

/** Most characters of prose are letters, spaces and the usual marks. */
const MOST_STRANGE = 0.05;

/** The paragraphs of a document that are prose, each on one line: code, tables, headings, markup and lists of names are left out. */
export function proseOf(text: string, file: string): string[] {
  return plainText(text, file)
    .split(/\n\s*\n/)
    .map((paragraph) =>
      paragraph
        .replace(/^\s*(?:[-*•>]|\d+[.)])\s+/, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter(isProse);
}

function plainText(text: string, file: string): string {
  const name = file.replace(/\.gz$/, '');
  const unix = text.replace(/\r\n?/g, '\n');
  if (/\.html?$/i.test(name)) return fromHtml(unix);
  if (/\.\d\w*$/.test(name)) return fromRoff(unix);
  if (/\.pod$/i.test(name)) return unix.replace(/^=.*$/gm, '').replace(/[A-Z]<+\s?([^<>]*?)\s?>+/g, '$1');
  return fromMarkdown(unix);
}

const fromMarkdown = (text: string): string =>
  text
    .replace(/^(?:```|~~~)[\s\S]*?^(?:```|~~~).*$/gm, '')
    .replace(/^(?:#.*|[=\-*~^]{3,}\s*)$/gm, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<[^>\n]+>/g, '')
    .replace(/[*_`]{1,3}/g, '');

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

const fromHtml = (text: string): string =>
  text
    .replace(/<(script|style|pre|code|head)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/<\/?(?:p|div|li|h\d|td|tr|dd|dt|br|section|blockquote)\b[^>]*>/gi, '\n\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);

/** Manual pages: requests begin with a full stop; those of fonts have words behind them. */
const fromRoff = (text: string): string =>
  text
    .replace(/^\.(?:B|I|BR|IR|RB|RI|BI|IB)\s+(.*)$/gm, '$1')
    .replace(/^[.'].*$/gm, '\n')
    .replace(/\\f[A-Z]|\\f\(..|\\&/g, '')
    .replace(/\\-/g, '-')
    .replace(/\\\(em/g, '—')
    .replace(/\\\((?:lq|rq)/g, '"');

function isProse(paragraph: string): boolean {
  const words = paragraph.split(' ');
  if (words.length < FEWEST_WORDS || !/^["'“‘(]?[A-Z]/.test(paragraph) || !/[.!?]["'”’)]?$/.test(paragraph))
    return false;
  const strange = paragraph.replace(/[A-Za-z ,.;:'’‘“”"()!?—–-]/g, '').length;
  if (strange > paragraph.length * MOST_STRANGE) return false;
  const common = words.filter((word) => stopWords.has(word.toLowerCase())).length;
  return common >= words.length * FEWEST_STOP_WORDS;
}
