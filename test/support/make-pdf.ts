import type { PdfEncryption } from './encrypt-pdf';

/** A line of a page: its words, and where its baseline begins, in points from the page's lower left. */
export interface PdfLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
}

interface PdfParts {
  /** Added to the trailer, as an encryption. */
  readonly trailer?: string;
  /** Added to the catalogue, as labels of pages. */
  readonly labels?: string;
  readonly font?: string;
  /** Stands on each page in place of its lines: the bytes of a stream, and how it is packed. */
  readonly stream?: { readonly filter: string; readonly bytes: Uint8Array };
  readonly encryption?: PdfEncryption;
}

const HELVETICA = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';

/** A PDF with these lines on its pages; the characters of the lines are its bytes. */
export function makePdf(
  pages: readonly (readonly PdfLine[])[],
  { trailer = '', labels = '', font = HELVETICA, stream, encryption }: PdfParts = {},
): Buffer {
  const objects = ['', '', font];
  const kids = pages.map((lines) => {
    const drawn = lines
      .map(({ text, x, y, size = 11 }) => `BT /F1 ${size} Tf ${x} ${y} Td (${escaped(text)}) Tj ET`)
      .join('\n');
    const plain = stream ? Buffer.from(stream.bytes) : Buffer.from(drawn, 'latin1');
    const bytes = (encryption?.encrypt(plain, objects.length + 1) ?? plain).toString('latin1');
    const filter = stream ? `/Filter ${stream.filter}` : '';
    objects.push(`<< /Length ${bytes.length} ${filter} >>\nstream\n${bytes}\nendstream`);
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${objects.length} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
    );
    return `${objects.length} 0 R`;
  });
  objects[0] = `<< /Type /Catalog /Pages 2 0 R ${labels} >>`;
  objects[1] = `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${kids.length} >>`;
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} ${encryption?.trailer ?? ''} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

const escaped = (text: string): string => text.replace(/[\\()]/g, '\\$&');

/** Paragraphs as lines from the top of a page: each line as it is given, a wider gap between paragraphs. */
export function pdfPage(
  paragraphs: readonly (readonly string[])[],
  { head, foot }: { readonly head?: string; readonly foot?: string } = {},
): PdfLine[] {
  const lines: PdfLine[] = head === undefined ? [] : [{ text: head, x: 72, y: 800, size: 9 }];
  let y = 740;
  for (const paragraph of paragraphs) {
    for (const text of paragraph) lines.push({ text, x: 72, y: (y -= 14) });
    y -= 14;
  }
  if (foot !== undefined) lines.push({ text: foot, x: 290, y: 40, size: 9 });
  return lines;
}
