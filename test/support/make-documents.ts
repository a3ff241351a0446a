import { makeDocx, makeZip } from './make-zip';

const XML = '<?xml version="1.0" encoding="UTF-8"?>';

type Parts = Readonly<Record<string, string>>;

/** An OpenDocument text out of its body's XML. */
export const makeOdt = (body: string, others: Parts = {}, doctype = ''): Buffer =>
  makeZip({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `${XML}${doctype}<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:draw="d" xmlns:xlink="x"><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ...others,
  });

/** A book of one chapter for each body, or as its file's bytes; `package` adds to the package's metadata. */
export function makeEpub(
  chapters: readonly (string | Uint8Array)[],
  {
    others = {},
    metadata = '',
    doctype = '',
  }: { readonly others?: Parts; readonly metadata?: string; readonly doctype?: string } = {},
): Buffer {
  const names = chapters.map((_, at) => `c${at + 1}.xhtml`);
  const items = names.map((name) => `<item id="${name}" href="${name}" media-type="application/xhtml+xml"/>`);
  const spine = names.map((name) => `<itemref idref="${name}"/>`);
  return makeZip({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': `${XML}${doctype}<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`,
    'book/book.opf': `${XML}<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">${metadata}</metadata><manifest>${items.join('')}</manifest><spine>${spine.join('')}</spine></package>`,
    ...Object.fromEntries(
      chapters.map((body, at) => [
        `book/${names[at] ?? ''}`,
        typeof body !== 'string'
          ? body
          : `${XML}${doctype}<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>c</title></head><body>${body}</body></html>`,
      ]),
    ),
    ...others,
  });
}

export const makeMail = (html: string): Buffer =>
  Buffer.from(
    `From: Ada Verne <ada@example.org>\r\nSubject: The wall\r\nDate: Mon, 24 Mar 2014 10:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}`,
  );

/** A page as a browser saves it in one file, its picture beside it. */
export const makeWebArchive = (html: string): Buffer =>
  makeWebArchiveOf([{ html, location: 'https://example.org/wall', id: 'page' }], {
    saved: 'https://example.org/wall',
  });

interface ArchivedPart {
  readonly html: string;
  readonly location: string;
  readonly id: string;
}

/** Pages as a browser saves them in one file, with a picture; `saved` is the address of the page, `start` the root part's id. */
export const makeWebArchiveOf = (
  parts: readonly ArchivedPart[],
  { saved, start }: { readonly saved?: string; readonly start?: string },
): Buffer =>
  Buffer.from(
    [
      'From: <Saved by Blink>',
      ...(saved === undefined ? [] : [`Snapshot-Content-Location: ${saved}`]),
      'Subject: Low Walls',
      'MIME-Version: 1.0',
      `Content-Type: multipart/related; type="text/html";${start === undefined ? '' : ` start="${start}";`}`,
      '\tboundary="----part"',
      '',
      ...parts.flatMap(({ html, location, id }) => [
        '------part',
        'Content-Type: text/html',
        `Content-ID: <${id}>`,
        'Content-Transfer-Encoding: quoted-printable',
        `Content-Location: ${location}`,
        '',
        quotedPrintable(html),
      ]),
      '------part',
      'Content-Type: image/png',
      'Content-Transfer-Encoding: base64',
      'Content-Location: https://example.org/wall.png',
      '',
      'iVBORw0KGgo=',
      '------part--',
      '',
    ].join('\r\n'),
  );

const quotedPrintable = (text: string): string =>
  [...Buffer.from(text)]
    .map((byte) =>
      byte === 61 || byte > 126
        ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte),
    )
    .join('')
    .replace(/.{70}(?<!=.?)/g, '$&=\r\n');

/** A Word document out of its body's XML; `styles` are those of its style sheet. */
export const makeDocxOf = (body: string, styles = ''): Buffer => {
  const spaces = [
    ['w', 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'],
    ['m', 'http://schemas.openxmlformats.org/officeDocument/2006/math'],
    ['mc', 'http://schemas.openxmlformats.org/markup-compatibility/2006'],
    ['wp', 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'],
    ['wps', 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape'],
    ['a', 'http://schemas.openxmlformats.org/drawingml/2006/main'],
    ['x', 'https://example.org/words'],
  ].map(([prefix = '', space = '']) => `xmlns:${prefix}="${space}"`);
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles';
  return makeDocx([], {
    'word/document.xml': `${XML}<w:document ${spaces.join(' ')}><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': `${XML}<w:styles ${spaces[0] ?? ''}>${styles}</w:styles>`,
    'word/_rels/document.xml.rels': `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relation}" Target="styles.xml"/></Relationships>`,
  });
};

/** A Word document with a footnote behind a paragraph's first words. */
export const makeDocxWithNote = (before: string, after: string, note: string): Buffer => {
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes';
  return makeDocx([], {
    'word/document.xml': `${XML}<w:document ${w}><w:body><w:p><w:r><w:t xml:space="preserve">${before}</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t xml:space="preserve">${after}</w:t></w:r></w:p></w:body></w:document>`,
    'word/footnotes.xml': `${XML}<w:footnotes ${w}><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>${note}</w:t></w:r></w:p></w:footnote></w:footnotes>`,
    'word/_rels/document.xml.rels': `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r2" Type="${relation}" Target="footnotes.xml"/></Relationships>`,
  });
};
