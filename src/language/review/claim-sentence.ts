import type { Span } from '#corpus-index';
import { sentencesOf } from '../cite/sentences';

/**
 * The sentence of a draft that stands on a citation, for a citation in or under a block quote the one that leads to it.
 * Undefined where nothing leads to it.
 */
export function claimSentence(text: string, at: number): Span | undefined {
  const paragraphs = [...paragraphsBefore(text, at)];
  const own = paragraphs.find(({ isQuoted }) => !isQuoted);
  if (!own) return undefined;
  const sentences = sentencesOf(text, own);
  return own === paragraphs[0]
    ? (sentences.find(({ end }) => at < end) ?? sentences.at(-1))
    : sentences.at(-1);
}

interface Paragraph extends Span {
  readonly isQuoted: boolean;
}

const BLANK = /^[ \t]*(?:>[ \t]*)*$/;

/** The paragraph around an offset, and those before it, up to the first that is no block quote's. */
function* paragraphsBefore(text: string, at: number): Generator<Paragraph> {
  let end = lineEnd(text, at);
  while (end < text.length && !BLANK.test(lineAt(text, end + 1))) end = lineEnd(text, end + 1);
  let start = lineStart(text, at);
  for (;;) {
    while (start > 0 && !BLANK.test(lineAt(text, start - 1))) start = lineStart(text, start - 1);
    const isQuoted = /^[ \t]*>/.test(text.slice(start, end));
    if (end > start) {
      yield { start, end, isQuoted };
      if (!isQuoted) return;
    }
    if (start === 0) return;
    end = start - 1;
    while (end > 0 && BLANK.test(lineAt(text, end))) end = lineStart(text, end) - 1;
    if (end <= 0) return;
    start = lineStart(text, end);
  }
}

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

const lineAt = (text: string, at: number): string =>
  text.slice(lineStart(text, at), lineEnd(text, at)).replace(/\r$/, '');
