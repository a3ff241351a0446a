import PostalMime, { type Address, type Email } from 'postal-mime';
import { splitText, type DropReason, type SourceDocument } from '#corpus-index';
import { DocumentBuilder } from './document-builder';
import { appendHtml } from './html/append-html';
import { withoutUndefined } from './html/metadata';
import { parseSeen } from './html/unseen';
import { isQuotedElement, mailStretches, withOthersApart } from './quoted-mail';
import { ReadingProblem } from './reading-problem';

/**
 * A mail: its subject, who wrote it when, and its words; as plain text where it has them so. What the sender quotes or sends on are
 * words of others. Attachments are left alone, but for mails.
 */
export async function read(bytes: Uint8Array): Promise<SourceDocument> {
  const mail = await PostalMime.parse(bytes, OPTIONS);
  const builder = new DocumentBuilder();
  let withdrawn = false;
  if (mail.subject) {
    builder.begin('paragraph', 'title');
    builder.add(mail.subject);
  }
  if (mail.text?.trim()) appendPlain(builder, mail.text);
  else if (mail.html) withdrawn = appendPage(builder, mail.html);
  await appendMails(builder, mail, 0);
  if (builder.isEmpty) throw new ReadingProblem('no-words');
  return withOthersApart(
    builder.finish(
      { author: namesOf(mail), ...withoutUndefined({ title: mail.subject, issued: dayOf(mail.date) }) },
      { withdrawn },
    ),
  );
}

/** A mail within a mail is read by itself, so that its words are not taken for those of whoever sends it on. */
const OPTIONS = { attachmentEncoding: 'arraybuffer', forceRfc822Attachments: true } as const;

/** Mails that were sent on so often are read no further. */
const DEEPEST = 8;

async function appendMails(builder: DocumentBuilder, { attachments }: Email, depth: number): Promise<void> {
  if (depth === DEEPEST) return;
  for (const { mimeType, content } of attachments) {
    if (mimeType !== 'message/rfc822' || typeof content === 'string') continue;
    const inner = await PostalMime.parse(content, OPTIONS);
    if (inner.text?.trim()) appendLines(builder, inner.text, 'quoted');
    else if (inner.html)
      appendHtml(builder, parseSeen(`<blockquote>${inner.html}</blockquote>`).document, isQuotedElement);
    await appendMails(builder, inner, depth + 1);
  }
}

/** Answers whether words were struck out in it. */
function appendPage(builder: DocumentBuilder, html: string): boolean {
  const { document, withdrawn } = parseSeen(html);
  appendHtml(builder, document, isQuotedElement);
  return withdrawn;
}

/** The paragraphs of a plain text, wrapped or not. */
function appendPlain(builder: DocumentBuilder, text: string): void {
  for (const stretch of mailStretches(text))
    appendLines(builder, stretch.text, stretch.isQuoted ? 'quoted' : undefined);
}

function appendLines(builder: DocumentBuilder, text: string, reason: DropReason | undefined): void {
  const { passages, dropped } = splitText(text);
  for (const { start, end } of [...passages, ...dropped].sort((a, b) => a.start - b.start)) {
    builder.begin('paragraph', reason);
    builder.add(text.slice(start, end));
  }
}

const namesOf = ({ from }: Email): string[] => [from].flatMap((address) => nameOf(address) ?? []);

const nameOf = (address: Address | undefined): string | undefined =>
  address?.name === undefined || address.name === '' ? address?.address : address.name;

function dayOf(date: string | undefined): string | undefined {
  const time = Date.parse(date ?? '');
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().slice(0, 10);
}
