import { readDate } from './dates';
import type { SourceMetadata } from './source';

const FIELD =
  /^(from|von|de|da|van|to|an|para|aan|à|a|cc|bcc|kopie|copie|subject|betreff|objet|asunto|oggetto|onderwerp|re|date|datum|fecha|data|sent|gesendet|envoyé|enviado|inviato|verzonden|reply-to)\s*:\s*(\S[\s\S]*)$/iu;

const FROM = /^(?:from|von|de|da|van)$/;
const SUBJECT = /^(?:subject|betreff|objet|asunto|oggetto|onderwerp|re)$/;
const DATE = /^(?:date|datum|fecha|data|sent|gesendet|envoyé|enviado|inviato|verzonden)$/;

export const isMailHeader = (words: string): boolean => FIELD.test(words);

/** What the header of an e-mail or a memo states: three fields at least, or who wrote and what about. */
export function readMailHeader(lines: readonly string[]): Partial<SourceMetadata> | undefined {
  const fields = new Map<string, string>();
  for (const line of lines) {
    const [, name = '', value = ''] = FIELD.exec(line) ?? [];
    const key = kindOf(name.toLowerCase());
    if (!fields.has(key)) fields.set(key, value.replace(/\s+/g, ' ').trim());
  }
  const [from, subject, date] = ['from', 'subject', 'date'].map((kind) => fields.get(kind));
  if (!from || (fields.size < 3 && !subject)) return undefined;
  const issued = date === undefined ? undefined : readDate(date)?.iso;
  const author = senderName(from);
  return {
    ...(subject ? { title: subject } : {}),
    ...(author ? { author: [author] } : {}),
    ...(issued ? { issued } : {}),
  };
}

const kindOf = (name: string): string =>
  FROM.test(name) ? 'from' : SUBJECT.test(name) ? 'subject' : DATE.test(name) ? 'date' : name;

/** The name before an address, given name first; undefined where there is only an address. */
function senderName(from: string): string | undefined {
  const name = from
    .replace(/<[^>]*>|\[mailto:[^\]]*\]|\([^)]*@[^)]*\)/g, '')
    .replace(/^["'“]+|["'”]+$/g, '')
    .trim()
    .replace(/^["'“]+|["'”]+$/g, '');
  if (name === '' || name.includes('@')) return undefined;
  const [family, given, ...more] = name.split(/\s*,\s*/);
  return given && more.length === 0 && !/\s/.test(given) ? `${given} ${family ?? ''}` : name;
}
