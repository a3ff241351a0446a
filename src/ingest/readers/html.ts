import { readByline, type SourceDocument, type SourceMetadata } from '#corpus-index';
import { DocumentBuilder } from './document-builder';
import { appendHtml } from './html/append-html';
import { articleOf, type Article } from './html/article';
import { decodePage } from './html/charset';
import { parseDocument, type DomElement } from './html/dom';
import { isoDate, statedMetadata, withoutUndefined } from './html/metadata';
import { parseSeen, removeUnseen } from './html/unseen';
import { webArchivePage, type ArchivedPage } from './html/web-archive';
import { asHtml, isXhtml } from './html/xhtml';
import { ReadingProblem } from './reading-problem';

/** An article has this share of its page's text at least; what has less is what was left of a page of links. */
const LEAST_OF_PAGE = 0.05;

/** A web page: its article, as Readability finds it, and what the page states of itself. `.mhtml` holds a page and its parts. */
export async function read(bytes: Uint8Array, ending: string): Promise<SourceDocument> {
  const { html, url }: ArchivedPage = /^mht/.test(ending)
    ? await webArchivePage(bytes)
    : { html: decodePage(bytes) };
  return readPage(isXhtml(html) ? asHtml(html) : html, url);
}

/** Reads a page out of its text; `url` is where it was saved from, if anything but the page says so. */
function readPage(html: string, url: string | undefined): SourceDocument {
  const document = parseDocument(html);
  const stated = statedMetadata(document);
  const withdrawn = removeUnseen(document);
  const copy = () => parseSeen(html).document;
  const length = (document.body?.textContent ?? '').trim().length;
  const article = articleOf(document, copy);
  const metadata = metadataOf(stated, article, url ?? savedFrom(html));
  const builder = written(article, article.root, metadata.title);
  if (builder.hasBody && builder.characters >= LEAST_OF_PAGE * length)
    return builder.finish(metadata, { withdrawn });
  // A page of links, such as a table of contents, has no article: then all of it is read.
  const { body } = copy();
  const whole = body ? written(article, body, metadata.title) : builder;
  if (whole.isEmpty) throw new ReadingProblem('no-words');
  return whole.finish(metadata, { withdrawn });
}

/** Title and byline, where the page's text does not say them, and the text. */
function written(article: Article, root: DomElement, title: string | undefined): DocumentBuilder {
  const builder = new DocumentBuilder();
  if (title !== undefined && !beginsWith(article, title)) {
    builder.begin('paragraph', 'title');
    builder.add(title);
  }
  if (article.byline !== undefined && !(article.root.textContent ?? '').includes(article.byline)) {
    builder.begin('paragraph', 'byline');
    builder.add(article.byline);
  }
  appendHtml(builder, root);
  return builder;
}

function metadataOf(stated: SourceMetadata, article: Article, address: string | undefined): SourceMetadata {
  const byline = article.byline === undefined ? undefined : bylineOf(article.byline);
  return {
    ...stated,
    ...withoutUndefined({
      title: article.title ?? stated.title,
      issued: stated.issued ?? isoDate(article.issued) ?? byline?.issued,
      site: stated.site ?? article.site,
      url: stated.url ?? address,
    }),
    author: stated.author.length > 0 ? stated.author : (byline?.author ?? []),
  };
}

/** Readability gives the names with or without "By" in front. */
const bylineOf = (line: string) => readByline(line) ?? readByline(`By ${line}`);

/** Whether the article itself begins with its title: then it is not said twice. */
const beginsWith = ({ root }: Article, title: string): boolean =>
  (root.querySelector('h1')?.textContent ?? '').replace(/\s+/g, ' ').trim() === title;

/** What browsers write on top of a page that they save. */
const savedFrom = (html: string): string | undefined =>
  /<!--\s*(?:saved from url=(?:\(\d+\))?|Page saved with SingleFile\s+url:)\s*(https?:\/\/[^\s>]+)/i.exec(
    html.slice(0, 4096),
  )?.[1];
