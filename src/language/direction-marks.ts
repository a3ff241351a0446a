/** Overrides and isolates of the direction of writing: they would reorder what stands around them. */
export const DIRECTION_MARKS = /[\u202A-\u202E\u2066-\u2069]/g;

/** Names them instead of obeying them, so that letters stand in the order that was compared: `⟨U+202E⟩`. */
export const namedDirections = (text: string): string =>
  text.replace(DIRECTION_MARKS, (mark) => `⟨U+${mark.charCodeAt(0).toString(16).toUpperCase()}⟩`);
