import { originalSpan, type MappedText, type Span } from '#corpus-index';
import type { Draft } from '../draft';

/** A stretch of a quotation's reading, and the white space around it up to the words on either side. */
export interface OwnWords extends Span {
  /** Where the word before ends; 0 at the quotation's beginning. */
  readonly left: number;
  /** Where the word behind begins; the reading's length at its end. */
  readonly right: number;
}

/** The stretch of a reading that offsets of the draft name; an empty one stands at the word behind it. */
export function ownWords(reading: MappedText, [from, to]: readonly [number, number]): OwnWords {
  const start = unitFrom(reading, from);
  const end = from === to ? start : unitFrom(reading, to);
  const { text } = reading;
  return {
    start,
    end,
    left: start - (/\s*$/.exec(text.slice(0, start))?.[0].length ?? 0),
    right: end + (/^\s*/.exec(text.slice(end))?.[0].length ?? 0),
  };
}

/** The first unit that stands for something at or behind an offset. */
function unitFrom({ text, starts }: MappedText, offset: number): number {
  if (!starts) return offset;
  const unit = starts.findIndex((start) => start >= offset);
  return unit < 0 ? text.length : unit;
}

/** The offsets that name a stretch of a reading in a difference: an empty one stands where the next unit does. */
export function offsetsOf(reading: MappedText, { start, end }: Span): [number, number] {
  if (end > start) {
    const span = originalSpan(reading, start, end);
    return [span.start, span.end];
  }
  const at =
    start < reading.text.length
      ? originalSpan(reading, start, start + 1).start
      : originalSpan(reading, start - 1, start).end;
  return [at, at];
}

/** Where units `start` to `end` of a reading stand in the draft; an empty stretch right behind the unit before it. */
export function placeOfUnits(reading: MappedText, start: number, end: number): Span {
  if (end > start) return originalSpan(reading, start, end);
  const at = start > 0 ? originalSpan(reading, start - 1, start).end : originalSpan(reading, 0, 1).start;
  return { start: at, end: at };
}

/** Whether something of the writer's stands in a stretch besides the words read from it: a citation, a note, an address. */
export function holdsMore(draft: Draft, reading: MappedText, start: number, end: number): boolean {
  for (let unit = start + 1; unit < end; unit++) {
    const before = originalSpan(reading, unit - 1, unit).end;
    const between = draft.text.slice(before, originalSpan(reading, unit, unit + 1).start);
    if (/[\p{L}\p{N}]/u.test(between)) return true;
  }
  return false;
}
