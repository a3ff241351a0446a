import PostalMime from 'postal-mime';
import { ReadingProblem } from '../reading-problem';

/** The page of a web archive (RFC 2557): its first part that is HTML. */
export async function webArchivePage(bytes: Uint8Array): Promise<string> {
  const { html } = await PostalMime.parse(bytes, { attachmentEncoding: 'arraybuffer' });
  if (html === undefined || html === '') throw new ReadingProblem('no-words');
  return html;
}
