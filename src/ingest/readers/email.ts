import PostalMime, { type Address, type Email } from 'postal-mime';
import { splitText, type SourceDocument } from '#corpus-index';
import { DocumentBuilder } from './document-builder';
import { appendHtml } from './html/append-html';
import { withoutUndefined } from './html/metadata';
import { parseSeen } from './html/unseen';
import { ReadingProblem } from './reading-problem';

/** A mail: its subject, who wrote it when, and its words; as plain text where it has them so. Attachments are left alone. */
export async function read(bytes: Uint8Array): Promise<SourceDocument> {
  const mail = await PostalMime.parse(bytes, { attachmentEncoding: 'arraybuffer' });
  const builder = new DocumentBuilder();
  let withdrawn = false;
  if (mail.subject) {
    builder.begin('paragraph', 'title');
    builder.add(mail.subject);
  }
  if (mail.text?.trim()) appendPlain(builder, mail.text);
  else if (mail.html) withdrawn = appendPage(builder, mail.html);
  if (builder.isEmpty) throw new ReadingProblem('no-words');
  return builder.finish(
    { author: namesOf(mail), ...withoutUndefined({ title: mail.subject, issued: dayOf(mail.date) }) },
    { withdrawn },
  );
}

/** Answers whether words were struck out in it. */
function appendPage(builder: DocumentBuilder, html: string): boolean {
  const { document, withdrawn } = parseSeen(html);
  appendHtml(builder, document);
  return withdrawn;
}

/** The paragraphs of a plain text, wrapped or not. */
function appendPlain(builder: DocumentBuilder, text: string): void {
  const { passages, dropped } = splitText(text);
  for (const { start, end } of [...passages, ...dropped].sort((a, b) => a.start - b.start)) {
    builder.begin('paragraph');
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
