/** Overrides of the direction of writing: with them a reader sees other words than are compared. */
export const OVERRIDES = /[\u202A-\u202E\u2066-\u2069]/;
