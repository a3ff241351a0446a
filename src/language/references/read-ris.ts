import { parseReferences } from './citation-js';

/** The items of a RIS file. The day of access is in `Y2`, which the library reads for some types only. */
export function readRis(text: string): readonly object[] {
  const accessed = text
    .split(/^TY {2}-/m)
    .slice(1)
    .map((record) => /^Y2 {2}- *(\d{4})(?:\/(\d{1,2}))?(?:\/(\d{1,2}))?/m.exec(record)?.slice(1));
  return parseReferences(text, '@ris/file').map((item, at) => {
    const date = accessed[at]?.flatMap((part) => (part ? [Number(part)] : []));
    return date && item['accessed'] === undefined ? { ...item, accessed: { 'date-parts': [date] } } : item;
  });
}
