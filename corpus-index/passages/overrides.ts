import type { Block } from './split-text';

/** What a record in sources.yaml says against the splitter: first words of stretches to keep or to drop. */
export interface PassageOverrides {
  readonly keep: readonly string[];
  readonly drop: readonly string[];
}

export function applyOverrides(
  blocks: readonly Block[],
  overrides: PassageOverrides | undefined,
): readonly Block[] {
  if (!overrides) return blocks;
  return blocks.map(({ start, end, words, reason }) => {
    if (beginsWithOneOf(words, overrides.keep)) return { start, end, words };
    if (beginsWithOneOf(words, overrides.drop)) return { start, end, words, reason: 'record' as const };
    return { start, end, words, ...(reason ? { reason } : {}) };
  });
}

const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim();

function beginsWithOneOf(words: string, beginnings: readonly string[]): boolean {
  const line = oneLine(words);
  return beginnings.some((beginning) => oneLine(beginning) !== '' && line.startsWith(oneLine(beginning)));
}
