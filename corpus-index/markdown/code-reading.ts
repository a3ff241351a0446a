import type { MappedTextBuilder } from '../text/mapped-text';
import type { Block } from './block';

const FENCE = /^[ \t>]*(?:`{3}|~{3})/;

/**
 * Adds the lines of a code block, without its fences, the indentation that makes it code and the prefixes of containers;
 * answers how many units it added. The block's offsets count from `base`.
 */
export function appendCode(builder: MappedTextBuilder, markdown: string, block: Block, base: number): number {
  const code = markdown.slice(base + block.start, base + block.end);
  const isFenced = FENCE.test(code);
  const prefix = block.containers.length > 0 ? /^[ \t>]*/ : isFenced ? /^/ : /^(?: {4}|\t)?/;
  let added = 0;
  let end = 0;
  for (const { 0: line, index } of code.matchAll(/[^\r\n]+/g)) {
    if (isFenced && FENCE.test(line)) continue;
    const text = line.replace(prefix, '');
    const start = base + block.start + index + line.length - text.length;
    if (added > 0) builder.replace('\n', end, start);
    builder.copy(markdown, start, start + text.length);
    added += text.length + (added > 0 ? 1 : 0);
    end = start + text.length;
  }
  return added;
}
