import iconv from 'iconv-lite';
import { decode } from '../../decode';
import { ReadingProblem } from '../reading-problem';

/** Browsers look for a page's word on its encoding in so many bytes. */
const LOOKED_AT = 4096;

/** The text of a page: by its byte order mark or as UTF-8 where it is valid, else as the page says, else as it looks. */
export function decodePage(bytes: Uint8Array): string {
  const decoded = decode(bytes);
  if ('text' in decoded && /^utf-/.test(decoded.encoding)) return decoded.text;
  const head = Buffer.from(bytes.subarray(0, LOOKED_AT)).toString('latin1');
  const stated = /<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w:-]+)/i.exec(head)?.[1];
  // What calls itself Latin-1 is Windows-1252 to every browser.
  const encoding = /^(?:iso-?8859-?1|latin-?1|us-ascii)$/i.test(stated ?? '') ? 'windows-1252' : stated;
  if (encoding !== undefined && !/^utf/i.test(encoding) && iconv.encodingExists(encoding))
    return iconv.decode(Buffer.from(bytes), encoding);
  if ('binary' in decoded) throw new ReadingProblem('damaged', decoded.binary);
  return decoded.text;
}
