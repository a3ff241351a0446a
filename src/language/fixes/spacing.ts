import type { BodyWords } from './body-words';
import type { OwnWords } from './draft-words';

/** Units of a reading to be replaced, and what stands around the words put there. */
export interface Joint {
  readonly start: number;
  readonly end: number;
  readonly lead: '' | ' ';
  readonly tail: '' | ' ';
}

/**
 * How the source's words come in the place of the draft's own, spaced as in the source: a comma touches the word before
 * it, and of the white space around words that go, what remains is the end of the line rather than a space.
 */
export function jointOf(own: OwnWords, theirs: BodyWords, reading: string): Joint {
  if (theirs.text === '') return removal(own, theirs.spacedBefore || theirs.spacedBehind, reading);
  const before = own.left > 0 && theirs.spacedBefore;
  const behind = theirs.spacedBehind && !/^(?:$|[.,;:!?])/.test(reading.slice(own.right));
  if (own.start === own.end) return insertion(own, before, behind, reading);
  const hasBefore = own.left < own.start;
  const hasBehind = own.end < own.right;
  return {
    start: hasBefore && !before ? own.left : own.start,
    end: hasBehind && !behind ? own.right : own.end,
    lead: before && !hasBefore ? ' ' : '',
    tail: behind && !hasBehind ? ' ' : '',
  };
}

function removal({ left, start, end, right }: OwnWords, isSpaced: boolean, reading: string): Joint {
  const none = { lead: '', tail: '' } as const;
  // A quotation does not begin with the stop behind words that are gone.
  if (left === 0)
    return { start: 0, end: end + (/^[\s.,;:!?]*/.exec(reading.slice(end))?.[0].length ?? 0), ...none };
  if (!isSpaced || right === reading.length) return { start: left, end: right, ...none };
  if (left === start && end === right) return { start, end, lead: ' ', tail: '' };
  const keepsLeft = left < start && (end === right || reading.slice(left, start).includes('\n'));
  return keepsLeft ? { start, end: right, ...none } : { start: left, end, ...none };
}

function insertion({ left, right }: OwnWords, before: boolean, behind: boolean, reading: string): Joint {
  const hasSpace = left < right;
  const isEnd = right === reading.length;
  if (before)
    return isEnd
      ? { start: left, end: left, lead: ' ', tail: '' }
      : { start: right, end: right, lead: hasSpace || left === 0 ? '' : ' ', tail: behind ? ' ' : '' };
  if (behind) return { start: left, end: left, lead: '', tail: hasSpace ? '' : ' ' };
  return { start: left, end: right, lead: '', tail: '' };
}
