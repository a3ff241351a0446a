import type { Draft } from '../draft';
import { escapeMarkdown } from '../markdown-escape';
import { shortReference } from '../reference';
import type { CompletionContext, Completions } from './completion';

/** What stands between the `@` and the cursor: the beginning of a key, or words of an author or title. */
const TYPED = /(^|[^\p{L}\p{N}\\])@\{?([\p{L}\p{N}_:.#$%&+?<>~/-]*)$/u;

/** Longest key looked back for, in UTF-16 code units. */
const REACH = 120;

/** Behind an `@`: every key, found by key, author or title. */
export function completeKey(
  { corpus }: CompletionContext,
  draft: Draft,
  offset: number,
): Completions | undefined {
  const typed = TYPED.exec(draft.text.slice(Math.max(0, offset - REACH), offset))?.[2];
  if (typed === undefined) return undefined;
  const replace = { start: offset - typed.length, end: offset };
  const items = corpus.keys.map((key) => {
    const source = corpus.source(key);
    const record = source ? undefined : corpus.record(key);
    const title = source?.title ?? record?.title ?? '';
    const names = source?.author ?? [];
    return {
      label: key,
      kind: 'source' as const,
      detail: title,
      documentation: escapeMarkdown(
        source
          ? `${shortReference(source)} · ${source.passages.length} paragraphs`
          : 'The text of this source is not among the sources.',
      ),
      filterText: [key, ...names, title].join(' '),
      sortText: key,
      replace,
      newText: key,
    };
  });
  return { items, incomplete: false };
}
