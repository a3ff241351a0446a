/** A half-open stretch of a text: offsets in UTF-16 code units, from 0, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether `offset` lies in the span; its end counts too, as a cursor behind the last character touches it. */
export const touches = (span: Span, offset: number): boolean => span.start <= offset && offset <= span.end;

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
