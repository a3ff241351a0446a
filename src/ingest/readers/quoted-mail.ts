import type { DocumentBlock, SourceDocument } from '#corpus-index';
import type { DomElement } from './html/dom';

/** A stretch of a mail's plain text: the sender's own lines, or lines of others without the marks in front of them. */
export interface MailStretch {
  readonly text: string;
  readonly isQuoted: boolean;
}

/** The marks that mail programs put in front of each line of another mail. */
const QUOTED_LINE = /^(?:[ \t]?>)+ ?/;

/** What mail programs write over a quoted mail. */
const ATTRIBUTION = /(?:wrote|writes|schrieb|a écrit|escribió|ha scritto|escreveu|schreef)[^\n]{0,80}:\s*$/i;

/** The line over a mail that the sender sends on, or answers above. */
const OTHER_MAIL =
  /^(?:[-_*]{2,}\s*(?:begin )?(?:forwarded|original|weitergeleitete|ursprüngliche|message transféré|message d[’']origine|mensaje reenviado|mensaje original|messaggio inoltrato|messaggio originale|doorgestuurd|oorspronkelijk)\b.{0,40}$|(?:begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-?mail)|début du message (?:transféré|réexpédié))\s*:)/imu;

/** Its header: from whom first, what about a few lines below. */
const HEADER =
  /^\*?(?:from|von|de|da|van)\*?\s*:.+\n(?:.+\n){0,6}?\*?(?:subject|betreff|objet|asunto|oggetto|assunto|onderwerp)\*?\s*:/iu;

/** So many paragraphs are looked at for a header of which each line is one. */
const HEADER_REACH = 8;

/** What mail programs call the elements that hold another mail. */
const OTHERS_ELEMENT =
  /\b(?:gmail_quote|gmail_attr|moz-forward-container|moz-cite-prefix|yahoo_quoted|protonmail_quote|zmail_extra)\b/;

/** A plain text in stretches of lines that the sender wrote or quotes, in order. */
export function mailStretches(text: string): MailStretch[] {
  const stretches: { lines: string[]; isQuoted: boolean }[] = [];
  for (const line of text.split(/\r\n|\r|\n/)) {
    const isQuoted = QUOTED_LINE.test(line);
    const last = stretches.at(-1);
    const words = line.replace(QUOTED_LINE, '');
    if (last?.isQuoted === isQuoted) last.lines.push(words);
    else stretches.push({ lines: [words], isQuoted });
  }
  return stretches.map(({ lines, isQuoted }) => ({ text: lines.join('\n'), isQuoted }));
}

/** Whether an element of a mail in HTML holds what its sender quotes. */
export const isQuotedElement = ({ localName, className, id }: DomElement): boolean =>
  /^blockquote$/i.test(localName) ||
  OTHERS_ELEMENT.test(className) ||
  /^(?:divRplyFwdMsg|mail-editor-reference-message-container)$/.test(id);

/** The mail with all that stands from another mail's head on, and what leads to a quoted one, for words of others. */
export function withOthersApart(mail: SourceDocument): SourceDocument {
  const { blocks, text } = mail;
  const words = (block: DocumentBlock) => text.slice(block.start, block.end);
  const headAt = (at: number) =>
    blocks
      .slice(at, at + HEADER_REACH)
      .map(words)
      .join('\n');
  const found = blocks.findIndex(
    (block, at) => block.reason === undefined && (OTHER_MAIL.test(words(block)) || HEADER.test(headAt(at))),
  );
  const from = found < 0 ? blocks.length : found;
  const isOthers = (block: DocumentBlock, at: number) =>
    at >= from || (blocks[at + 1]?.reason === 'quoted' && ATTRIBUTION.test(words(block)));
  return {
    ...mail,
    blocks: blocks.map((block, at) => (isOthers(block, at) ? { ...block, reason: 'quoted' } : block)),
  };
}
