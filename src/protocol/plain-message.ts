/** Overrides and isolates of the direction of writing would reorder what stands around them. */
export const DIRECTION_MARKS = /[\u202A-\u202E\u2066-\u2069]/g;

/** Ends of lines and tabs are set by the editor. */
const CONTROLS = /(?![\t\n\r])\p{Cc}/gu;

/**
 * A message as an editor may pop it up: VS Code makes `[words](command:…)` of a message a link that runs the command, and
 * a message names files, keys and actors of anyone. A space between the brackets breaks the link. What has no width is taken
 * out first, or it would hide the pair.
 */
export const plainMessage = (message: string): string =>
  message.replace(DIRECTION_MARKS, '').replace(CONTROLS, '').replaceAll('](', '] (');
