import type { SourceMetadata } from '#corpus-index';
import { withoutUndefined } from '../html/metadata';
import { plainTag } from '../language';
import type { Paragraph } from './paragraphs';

/** What programs write where nobody gave a title: names of files, or their own. */
const NO_TITLE =
  /^(?:microsoft (?:word|powerpoint|excel)\b|untitled|document\d*$|slide \d|powerpoint presentation|print|title$)|\.(?:docx?|pdf|tex|dvi|ps|indd|odt|rtf|qxd|pptx?|xlsx?|html?|fm)$|[\\/]\S+[\\/]/i;

const NO_AUTHOR = /^(?:anonymous|unknown|user|admin(?:istrator)?|owner|root|author|microsoft.*)$/i;

/** Longest title, in UTF-16 code units. */
const LONGEST_TITLE = 300;

/** What a PDF says of itself: title and authors, where somebody wrote them, and its language; else the title of its first page. */
export function metadataOf(
  info: Readonly<Record<string, unknown>>,
  language: string | undefined,
  title: string | undefined,
): SourceMetadata {
  const stated = text(info['Title']);
  const authors = text(info['Author'])
    ?.split(/\s*;\s*|\s+(?:and|&)\s+|,\s+(?=\p{Lu}\S*\s+\p{Lu})/u)
    .filter((name) => name !== '' && !NO_AUTHOR.test(name));
  return {
    author: authors ?? [],
    ...withoutUndefined({
      title: stated !== undefined && !NO_TITLE.test(stated) ? stated : title,
      language: language === undefined ? undefined : plainTag(language),
    }),
  };
}

/** The paragraph in the largest type of the first page, if it is set larger than the text. */
export function titleParagraph(paragraphs: readonly Paragraph[]): Paragraph | undefined {
  const first = paragraphs.filter(({ kind, lines }) => kind === 'heading' && lines[0]?.page === 0);
  const sizes = first.map(({ lines }) => lines[0]?.line.size ?? 0);
  const title = first[sizes.indexOf(Math.max(...sizes))];
  return title && wordsOf(title).length <= LONGEST_TITLE && /\p{L}{3}/u.test(wordsOf(title))
    ? title
    : undefined;
}

export const wordsOf = ({ lines }: Paragraph): string => lines.map(({ line }) => line.text).join(' ');

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.replace(/[\s\0]+/g, ' ').trim() : undefined;
