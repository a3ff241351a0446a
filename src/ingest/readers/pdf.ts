import * as nodePath from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api';
import type { SourceDocument } from '#corpus-index';
import { DocumentBuilder } from './document-builder';
import { listening } from './pdf/complaints';
import { furnitureOf, type PageFurniture } from './pdf/furniture';
import { endsInHyphen, keepsHyphen, vocabularyOf, type Vocabulary } from './pdf/hyphens';
import { linesOf, type Line } from './pdf/lines';
import { loadLibrary } from './pdf/load-library';
import { metadataOf, titleParagraph, wordsOf } from './pdf/metadata';
import { pageText, type PageText } from './pdf/page-text';
import { paragraphsOf, type Paragraph } from './pdf/paragraphs';
import { ReadingProblem } from './reading-problem';

/** A word joiner behind a hyphen that is the word's own: the end of the line does not part it (`LINE_HYPHEN` of the tokens). */
const KEPT = '\u2060\n';

/** The tables that tell what the characters of Chinese, Japanese and Korean fonts are which a document does not bring along. */
const CHARACTER_MAPS = nodePath.join(__dirname, 'cmaps') + nodePath.sep;

/** A PDF: its pages with the labels printed on them, paragraphs out of lines, running heads and page numbers apart, notes at the end. */
export async function read(bytes: Uint8Array): Promise<SourceDocument> {
  const pdf = await open(bytes);
  try {
    return await readDocument(pdf);
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function open(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const { getDocument, VerbosityLevel } = await loadLibrary();
  try {
    return await getDocument({
      data: new Uint8Array(bytes),
      cMapUrl: CHARACTER_MAPS,
      cMapPacked: true,
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      useWorkerFetch: false,
      useWasm: false,
      enableXfa: false,
      stopAtErrors: false,
      // It complains only to who listens: pdf/complaints.ts.
      verbosity: VerbosityLevel.INFOS,
    }).promise;
  } catch (error) {
    const { name, message } = error as Error;
    throw new ReadingProblem(name === 'PasswordException' ? 'encrypted' : 'damaged', message);
  }
}

async function readDocument(pdf: PDFDocumentProxy): Promise<SourceDocument> {
  const { pages, turned, unread } = await readPages(pdf);
  const furniture = furnitureOf(pages);
  const labels = labelsOf(await pdf.getPageLabels(), furniture);
  const placed = pages.flatMap((lines, page) =>
    lines.filter((line) => !furniture[page]?.lines.has(line)).map((line) => ({ line, page })),
  );
  const paragraphs = paragraphsOf(placed);
  const title = titleParagraph(paragraphs);
  const writer = new Writer(labels, furniture, turned, vocabularyOf(placed));
  for (const paragraph of paragraphs) writer.add(paragraph, paragraph === title);
  const info = (await pdf.getMetadata()).info as unknown as Record<string, unknown>;
  const language = typeof info['Language'] === 'string' ? info['Language'] : undefined;
  return writer.finish(metadataOf(info, language, title && wordsOf(title)), { unread });
}

interface ReadPages {
  readonly pages: readonly (readonly Line[])[];
  /** What stands turned on each. */
  readonly turned: readonly string[];
  readonly unread: readonly string[];
}

/** All pages; one that is broken is empty, and named. */
async function readPages(pdf: PDFDocumentProxy): Promise<ReadPages> {
  const pages: Line[][] = [];
  const turned: string[] = [];
  const unread: string[] = [];
  let lost = 0;
  for (let n = 1; n <= pdf.numPages; n++) {
    const { text, gap } = await readPage(pdf, n);
    if (gap !== undefined) unread.push(gap);
    if (!text) lost++;
    pages.push(text ? linesOf(text) : []);
    turned.push(text?.turned.join(' ') ?? '');
  }
  if (lost > 0 && lost === pdf.numPages) throw new ReadingProblem('damaged', 'no page could be read');
  return { pages, turned, unread };
}

interface ReadPage {
  readonly text?: PageText;
  /** What of the page could not be read. */
  readonly gap?: string;
}

async function readPage(pdf: PDFDocumentProxy, n: number): Promise<ReadPage> {
  try {
    const page = await pdf.getPage(n);
    const { value, isPartial } = await listening(() => pageText(page));
    page.cleanup();
    return { text: value, ...(isPartial && { gap: `a part of page ${n}` }) };
  } catch {
    // The library counts no pages behind one that it cannot find.
    return { gap: n === pdf.numPages && n > 1 ? `page ${n} and what follows it` : `page ${n}` };
  }
}

/** What the document calls its pages; where that is no more than their number, what is printed on them. */
function labelsOf(stated: readonly string[] | null, furniture: readonly PageFurniture[]): string[] {
  const own = stated?.some((label, at) => label !== String(at + 1)) ? stated : undefined;
  const offset = furniture
    .map(({ printed }, at) =>
      printed !== undefined && /^\d+$/.test(printed) ? Number(printed) - at : undefined,
    )
    .find((one) => one !== undefined);
  return furniture.map(({ printed }, at) => {
    const label = own?.[at];
    if (label !== undefined && label !== '') return label;
    const counted = offset !== undefined && at + offset > 0 ? String(at + offset) : String(at + 1);
    return printed ?? counted;
  });
}

/** Writes paragraphs down, each page's furniture behind the paragraph with which the page begins. */
class Writer {
  private readonly builder = new DocumentBuilder();
  private page = -1;

  constructor(
    private readonly labels: readonly string[],
    private readonly furniture: readonly PageFurniture[],
    private readonly turned: readonly string[],
    private readonly vocabulary: Vocabulary,
  ) {}

  add(paragraph: Paragraph, isTitle: boolean): void {
    const { builder } = this;
    const { lines, kind } = paragraph;
    const reason = isTitle ? 'title' : kind === 'heading' ? 'heading' : undefined;
    builder.begin(kind === 'body' || kind === 'heading' ? 'paragraph' : 'item', reason);
    lines.forEach(({ line, page }, at) => {
      const next = lines[at + 1];
      builder.onPage(this.labels[page] ?? '', page + 1);
      this.addLine(line);
      if (next) this.addLineEnd(line.text, next.line.text);
    });
    builder.end();
    const last = kind === 'note' ? this.page : (lines.at(-1)?.page ?? this.page);
    this.addFurnitureUpTo(last);
  }

  finish(...[metadata, missing]: Parameters<DocumentBuilder['finish']>): SourceDocument {
    if (this.builder.isEmpty && this.furniture.every(({ lines }) => lines.size === 0))
      throw new ReadingProblem('no-words');
    this.addFurnitureUpTo(this.furniture.length - 1);
    return this.builder.finish(metadata, missing);
  }

  private addLine({ pieces }: Line): void {
    for (const { text, isMark } of pieces) {
      if (isMark) this.builder.addUnread(text);
      else this.builder.add(text.replace(/\u00AD$/, '-'));
    }
  }

  private addLineEnd(line: string, next: string): void {
    if (endsInHyphen(line) && keepsHyphen(line, next, this.vocabulary)) this.builder.addReadAs('\n', KEPT);
    else this.builder.add('\n');
  }

  /** The running heads of the pages that have begun since. */
  private addFurnitureUpTo(page: number): void {
    const { builder } = this;
    for (; this.page < page; this.page++) {
      const at = this.page + 1;
      builder.onPage(this.labels[at] ?? '', at + 1);
      for (const words of [
        ...[...(this.furniture[at]?.lines ?? [])].map(({ text }) => text),
        this.turned[at] ?? '',
      ]) {
        builder.begin('paragraph', 'running-head');
        builder.add(words);
        builder.end();
      }
    }
  }
}
