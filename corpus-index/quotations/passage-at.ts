import type { Source } from '../passages/source';

/** The passage that an offset of the source's text lies in. */
export function passageAt(
  source: Pick<Source, 'passages'>,
  offset: number,
): Source['passages'][number] | undefined {
  let low = 0;
  let high = source.passages.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const passage = source.passages[middle];
    if (!passage) return undefined;
    if (offset < passage.start) high = middle - 1;
    else if (offset >= passage.end) low = middle + 1;
    else return passage;
  }
  return undefined;
}
