/** Overrides and isolates of the direction of writing: they would reorder what stands around them. */
export const DIRECTION_MARKS = /[\u202A-\u202E\u2066-\u2069]/g;
